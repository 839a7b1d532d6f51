import type { Json } from '../../text/located';

/** The value of a JSON text; undefined if it is none. */
export function readJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json;
    // Java knows no negative zero among its integers: "-0" reads as 0 (recorded).
    return Object.is(value, -0) ? 0 : value;
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof RangeError) return undefined;
    throw failure;
  }
}
