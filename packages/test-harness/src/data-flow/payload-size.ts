import type { Json } from '@stepproof/asl';

/** The greatest input or output of a state: 256 KiB of UTF-8 JSON text. */
export const maxPayloadBytes = 262_144;

/** Sizes of large containers, so that a value that many states share is measured once. */
const knownBounds = new WeakMap<object, number>();

/** Whether the JSON text of the value is within the limit. Only values near the limit are really serialised. */
export function fitsPayload(value: Json): boolean {
  return upperBound(value) <= maxPayloadBytes || Buffer.byteLength(JSON.stringify(value)) <= maxPayloadBytes;
}

/** At most six bytes for each UTF-16 unit: the escape of a control character. */
const stringBound = (text: string): number => 6 * text.length + 2;

function upperBound(value: Json): number {
  if (typeof value === 'string') return stringBound(value);
  if (value === null || typeof value !== 'object') return 25;
  const known = knownBounds.get(value);
  if (known !== undefined) return known;
  let bound = 2;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) bound += upperBound(item) + 1;
    count = value.length;
  } else {
    for (const key in value) {
      bound += stringBound(key) + upperBound((value as Readonly<Record<string, Json>>)[key]!) + 2;
      count++;
    }
  }
  if (count > 8) knownBounds.set(value, bound);
  return bound;
}
