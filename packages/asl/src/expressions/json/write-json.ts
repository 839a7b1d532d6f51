import type { Json } from '../../text/located';

/** Compact JSON text; undefined for values that nest too deeply for the engine's own writer. */
export function writeJson(value: Json): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (failure) {
    if (failure instanceof RangeError) return undefined;
    throw failure;
  }
}
