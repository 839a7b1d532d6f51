import type { Located, LocatedArray, LocatedEntry, LocatedObject, LocatedString } from '../text/located';
import type { Field } from './node';

/** A text in a field that is taken as it is: no path, no call, no expression. */
export interface LiteralText {
  readonly value: LocatedString;
  /** The member that the text is the value of; undefined for an element of an array, and for the value of the field itself. */
  readonly entry: LocatedEntry | undefined;
  /** The object that holds the member. */
  readonly holder: LocatedObject | undefined;
  /** The array that the text is an element of. */
  readonly array: LocatedArray | undefined;
  /** The names on the way from the field to the text. */
  readonly names: readonly string[];
}

type Place = Pick<LiteralText, 'names'> & Partial<LiteralText>;

/** The literal texts in the value of a field, those under its expressions left out. */
export function literalTextsOf(field: Field): readonly LiteralText[] {
  const expressions = new Set(field.expressions.map(({ value }) => value));
  const found: LiteralText[] = [];
  const visit = (value: Located, { names, ...place }: Place): void => {
    if (expressions.has(value)) return;
    if (value.kind === 'string')
      found.push({ entry: undefined, holder: undefined, array: undefined, ...place, value, names });
    if (value.kind === 'array') for (const item of value.items) visit(item, { names, array: value });
    if (value.kind !== 'object') return;
    for (const entry of value.entries) visit(entry.value, { names: [...names, entry.key.value], entry, holder: value });
  };
  visit(field.value, { names: [] });
  return found;
}
