import type { Located, LocatedArray, LocatedEntry, LocatedObject, LocatedString } from '../text/located';
import type { Field } from './field';

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

type Place = Omit<LiteralText, 'value'>;

const atField: Place = { entry: undefined, holder: undefined, array: undefined, names: [] };

export function findLiteralTexts({ value: whole, expressions }: Field): readonly LiteralText[] {
  const evaluated = new Set(expressions.map(({ value }) => value));
  const found: LiteralText[] = [];
  const visit = (value: Located, place: Place): void => {
    if (evaluated.has(value)) return;
    if (value.kind === 'string') found.push({ ...place, value });
    else if (value.kind === 'array') {
      const inside = { ...atField, array: value, names: place.names };
      for (const item of value.items) visit(item, inside);
    } else if (value.kind === 'object') {
      for (const entry of value.entries) {
        visit(entry.value, { ...atField, entry, holder: value, names: [...place.names, entry.key.value] });
      }
    }
  };
  visit(whole, atField);
  return found;
}
