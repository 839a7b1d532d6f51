import {
  parseIntrinsic,
  parseJsonata,
  parseJsonPath,
  parseReferencePath,
  type ExpressionResult,
  type IntrinsicCall,
  type Jsonata,
  type JsonPath,
  type ReferencePath,
} from '../expressions';
import { isUnknown, type Located, type Range } from '../text/located';
import type { FieldSpec } from './field-spec';
import type { Field } from './field';

/** What a place takes: `payload` is the value of a `.$` key, which is a path or an intrinsic call. */
export type ExpressionKind = 'path' | 'reference-path' | 'path-or-intrinsic' | 'payload' | 'jsonata';

/** What the text turned out to be. `none`: not a string, or the beginning of no expression that the place takes. */
export type ParsedExpression =
  | { readonly language: 'path'; readonly result: ExpressionResult<JsonPath> }
  | { readonly language: 'reference-path'; readonly result: ExpressionResult<ReferencePath> }
  | { readonly language: 'intrinsic'; readonly result: ExpressionResult<IntrinsicCall> }
  | { readonly language: 'jsonata'; readonly result: ExpressionResult<Jsonata> }
  | { readonly language: 'unknown' | 'none' };

/** One expression inside a field's value. */
export class Expression {
  readonly type = 'Expression';
  readonly kind: ExpressionKind;
  readonly parent: Field;
  readonly value: Located;
  /** The place inside the node, as AWS writes it: `Output/values[0]`. */
  readonly path: string;
  /** The last key on the way, for messages: `total.$`. */
  readonly key: string;
  #parsed: ParsedExpression | undefined;

  constructor(kind: ExpressionKind, parent: Field, value: Located, path: string, key: string) {
    this.kind = kind;
    this.parent = parent;
    this.value = value;
    this.path = path;
    this.key = key;
  }

  get range(): Range {
    return this.value.range;
  }

  /** The text of the expression; undefined when the value is not a string. For selectors: `Expression[text=/\.\./]`. */
  get text(): string | undefined {
    return this.value.kind === 'string' ? this.value.value : undefined;
  }

  /** The tree of the expression, parsed once for all who read it. */
  get parsed(): ParsedExpression {
    return (this.#parsed ??= parse(this));
  }

  /** The JSONata in it, as far as it can be parsed; undefined for a path, an intrinsic and what is no JSONata. */
  get jsonata(): Jsonata | undefined {
    return this.parsed.language === 'jsonata' ? this.parsed.result.value : undefined;
  }

  /** The path that it is, as far as it can be parsed; undefined for an intrinsic, JSONata and what is no path. */
  get jsonPath(): JsonPath | ReferencePath | undefined {
    const { parsed } = this;
    return parsed.language === 'path' || parsed.language === 'reference-path' ? parsed.result.value : undefined;
  }

  /** Where a stretch of the text stands in the file. */
  rangeOf({ start, end }: { readonly start: number; readonly end: number }): Range {
    return this.value.kind === 'string' ? [this.value.at(start), this.value.at(end)] : this.range;
  }
}

function parse({ kind, value, text, parent }: Expression): ParsedExpression {
  if (value.kind === 'placeholder') return { language: 'unknown' };
  if (text === undefined) return { language: 'none' };
  if (kind === 'jsonata') return { language: 'jsonata', result: parseJsonata(text) };
  const parsed = parsePathOrCall(kind, text, parent.spec!);
  const isFaulty = parsed.language === 'none' || ('result' in parsed && parsed.result.problems.length > 0);
  return isFaulty && isUnknown(value) ? { language: 'unknown' } : parsed;
}

function parsePathOrCall(kind: ExpressionKind, text: string, spec: FieldSpec): ParsedExpression {
  const takesCall = kind === 'payload' || kind === 'path-or-intrinsic';
  if (takesCall && !text.startsWith('$')) {
    return /^\s*[\w.]+\s*\(|^\s*States\./.test(text)
      ? { language: 'intrinsic', result: parseIntrinsic(text) }
      : { language: 'none' };
  }
  if (kind === 'path' || kind === 'payload') return { language: 'path', result: parseJsonPath(text) };
  const forbids = (root: 'context' | 'variable') => spec.is === 'reference-path' && spec[root] === false;
  return {
    language: 'reference-path',
    result: parseReferencePath(text, { context: !forbids('context'), variable: !forbids('variable') }),
  };
}

const none: readonly Expression[] = [];

/** Finds the expressions of a field's value; what is literal holds none. */
export function expressionsOf(field: Field): readonly Expression[] {
  const { spec, value, name } = field;
  if (!spec || value.kind === 'placeholder') return none;
  const plain = plainKind(spec);
  if (plain) {
    return value.kind === 'null' && spec.nullable ? none : [new Expression(plain, field, value, name, name)];
  }
  const isJsonata = field.parent.queryLanguage === 'JSONata';
  if (!(isJsonata ? holdsJsonata(spec) : holdsPayload(spec))) return none;
  const found: Expression[] = [];
  visitValues(value, name, isJsonata ? name : '', (at, path, key) => {
    const isExpression = isJsonata ? at.kind === 'string' && isDelimited(at.value) : key.endsWith('.$');
    if (isExpression) found.push(new Expression(isJsonata ? 'jsonata' : 'payload', field, at, path, key));
  });
  return found;
}

const plainKind = (spec: FieldSpec): ExpressionKind | undefined =>
  spec.is === 'path' || spec.is === 'reference-path' || spec.is === 'path-or-intrinsic' ? spec.is : undefined;

const holdsPayload = (spec: FieldSpec): boolean => ['payload-template', 'template', 'assignments'].includes(spec.is);

const holdsJsonata = (spec: FieldSpec): boolean =>
  spec.jsonata === true || ['jsonata-template', 'template', 'assignments', 'condition'].includes(spec.is);

/** Either delimiter is enough: half of a pair is a mistake that the check of the expression explains. */
const isDelimited = (text: string): boolean => text.startsWith('{%') || text.endsWith('%}');

/** Visits every value inside a value with its place and the key it stands under (the nearest one, for array elements none). */
function visitValues(
  value: Located,
  path: string,
  key: string,
  visit: (value: Located, path: string, key: string) => void,
): void {
  visit(value, path, key);
  if (value.kind === 'array') value.items.forEach((item, index) => visitValues(item, `${path}[${index}]`, '', visit));
  if (value.kind !== 'object') return;
  for (const entry of value.entries) visitValues(entry.value, `${path}/${entry.key.value}`, entry.key.value, visit);
}
