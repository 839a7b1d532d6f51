import type { Json } from '@stepproof/asl';

/** The greatest input or output of a state: 256 KiB of UTF-8 JSON text. */
export const maxPayloadBytes = 262_144;

/**
 * Sizes of large containers, so that a value that many states share is measured once. Only of large ones: every entry of
 * a WeakMap makes collecting garbage slower.
 */
const largeContainer = 100;
const knownBounds = new WeakMap<object, number>();

/** A loop that wraps its data once more each time soon nests deeper than any serialiser goes. */
const maxDepth = 2000;

/** Whether the JSON text of the value is within the limit. Only values near the limit are really serialised. */
export function fitsPayload(value: Json): boolean {
  const bound = upperBound(value, 0);
  if (bound <= maxPayloadBytes) return true;
  return bound < Infinity && Buffer.byteLength(JSON.stringify(value)) <= maxPayloadBytes;
}

/** At most six bytes for each UTF-16 unit: the escape of a control character. */
const stringBound = (text: string): number => 6 * text.length + 2;

/** Infinity for what nests too deeply. */
function upperBound(value: Json, depth: number): number {
  if (typeof value === 'string') return stringBound(value);
  if (value === null || typeof value !== 'object') return 25;
  if (depth > maxDepth) return Infinity;
  let bound = 2;
  let count = 0;
  if (Array.isArray(value)) {
    const known = value.length > largeContainer ? knownBounds.get(value) : undefined;
    if (known !== undefined) return known;
    for (const item of value as readonly Json[]) bound += upperBound(item, depth + 1) + 1;
    count = value.length;
  } else {
    const members = value as Readonly<Record<string, Json>>;
    // Every output is measured: for-in, unlike Object.entries, makes nothing that has to be collected.
    for (const name in members) {
      bound += stringBound(name) + upperBound(members[name]!, depth + 1) + 2;
      count++;
    }
  }
  if (count > largeContainer) knownBounds.set(value, bound);
  return bound;
}
