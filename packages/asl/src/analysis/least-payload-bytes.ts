import type { Field } from '../syntax';
import { isUnknown, type Located, type LocatedEntry, type LocatedString } from '../text/located';
import { writtenOutValue } from './written-out';

/**
 * The bytes of JSON text that the literal parts of a template surely make: what expressions and placeholders turn into may
 * be as short as nothing.
 */
export function leastPayloadBytes(field: Field): number {
  const expressions = new Set(field.expressions.map(({ value }) => value));
  const bytesOf = (value: Located): number => {
    if (expressions.has(value) || isUnknown(value)) return 0;
    switch (value.kind) {
      case 'array':
        return value.items.reduce((sum, item) => sum + bytesOf(item) + 1, 1);
      case 'object':
        return value.entries
          .filter(isKept)
          .reduce((sum, entry) => sum + keyBytes(entry.key) + 1 + bytesOf(entry.value) + 1, 1);
      case 'string':
        return textBytes(value.value);
      default:
        return 1;
    }
  };
  return bytesOf(writtenOutValue(field));
}

/** JSONata leaves a member out whose value turns out to be nothing. */
const isKept = ({ value }: LocatedEntry): boolean => value.kind !== 'placeholder' || value.text !== '';

/** A key may lose its `.$`. */
const keyBytes = (key: LocatedString): number =>
  isUnknown(key) ? 0 : textBytes(key.value.endsWith('.$') ? key.value.slice(0, -'.$'.length) : key.value);

const textBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));
