import type { LocatedEntry, LocatedObject, LocatedString, Located } from '../text/located';
import type { Field } from './node';

/** A text in a field that is taken as it is: no path, no call, no expression. */
export interface LiteralText {
  readonly value: LocatedString;
  /** The member that the text is the value of; undefined for an element of an array, and for the value of the field itself. */
  readonly entry: LocatedEntry | undefined;
  /** The object that holds the member. */
  readonly holder: LocatedObject | undefined;
  /** The names on the way from the field to the text. */
  readonly names: readonly string[];
}

/** The literal texts in the value of a field, those under its expressions left out. */
export function literalTextsOf(field: Field): readonly LiteralText[] {
  const expressions = new Set(field.expressions.map(({ value }) => value));
  const found: LiteralText[] = [];
  const visit = (value: Located, names: readonly string[], entry?: LocatedEntry, holder?: LocatedObject): void => {
    if (expressions.has(value)) return;
    if (value.kind === 'string') found.push({ value, entry, holder, names });
    if (value.kind === 'array') for (const item of value.items) visit(item, names);
    if (value.kind !== 'object') return;
    for (const member of value.entries) visit(member.value, [...names, member.key.value], member, value);
  };
  visit(field.value, []);
  return found;
}
