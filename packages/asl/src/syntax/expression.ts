import type { LocatedString, Located } from '../text/located';
import type { FieldSpec } from './field-spec';
import type { Field } from './node';

/**
 * `payload` is the value of a `.$` key: a path or an intrinsic call. `malformed` is a value that must be an
 * expression and is not even a string.
 */
export type ExpressionKind = 'path' | 'reference-path' | 'path-or-intrinsic' | 'payload' | 'jsonata';

/** One expression inside a field's value. */
export interface Expression {
  readonly type: 'Expression';
  readonly kind: ExpressionKind;
  readonly parent: Field;
  /** The text of the expression; undefined when the value is not a string. */
  readonly text: LocatedString | undefined;
  readonly value: Located;
  readonly range: readonly [number, number];
  /** The place inside the field, as AWS writes it: `Output/values[0]`. */
  readonly path: string;
  /** The last key on the way, for messages: `total.$`. */
  readonly key: string;
}

/** Finds the expressions of a field's value; what is literal holds none. */
export function expressionsOf(field: Field): readonly Expression[] {
  const { spec, value } = field;
  if (!spec || value.kind === 'placeholder') return [];
  const jsonata = field.parent.queryLanguage === 'JSONata';
  const found: Expression[] = [];
  const add = (kind: ExpressionKind, at: Located, path: string, key: string): void => {
    const text = at.kind === 'string' ? at : undefined;
    found.push({ type: 'Expression', kind, parent: field, text, value: at, range: at.range, path, key });
  };
  const plain = plainKind(spec);
  if (plain) {
    if (!(value.kind === 'null' && spec.nullable)) add(plain, value, field.name, field.name);
  } else if (holdsPayload(spec, jsonata)) {
    walk(
      value,
      field.name,
      field.name,
      (at, path, key) => key.endsWith('.$') && at !== value && add('payload', at, path, key),
    );
  } else if (jsonata && holdsJsonata(spec)) {
    walk(
      value,
      field.name,
      field.name,
      (at, path, key) => at.kind === 'string' && isDelimited(at.value) && add('jsonata', at, path, key),
    );
  }
  return found;
}

const plainKind = (spec: FieldSpec): ExpressionKind | undefined =>
  spec.is === 'path' || spec.is === 'reference-path' || spec.is === 'path-or-intrinsic' ? spec.is : undefined;

const holdsPayload = (spec: FieldSpec, jsonata: boolean): boolean =>
  spec.is === 'payload-template' || (!jsonata && (spec.is === 'template' || spec.is === 'assignments'));

const holdsJsonata = (spec: FieldSpec): boolean =>
  spec.jsonata === true || ['jsonata-template', 'template', 'assignments', 'condition'].includes(spec.is);

/** Either delimiter is enough: half of a pair is a mistake that the check of the expression explains. */
const isDelimited = (text: string): boolean => text.startsWith('{%') || text.endsWith('%}');

type Visit = (value: Located, path: string, key: string) => void;

function walk(value: Located, path: string, key: string, visit: Visit): void {
  visit(value, path, key);
  if (value.kind === 'array') value.items.forEach((item, index) => walk(item, `${path}[${index}]`, '', visit));
  if (value.kind === 'object')
    for (const entry of value.entries) walk(entry.value, `${path}/${entry.key.value}`, entry.key.value, visit);
}
