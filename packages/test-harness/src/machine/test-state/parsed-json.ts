import type { Json } from '@stepproof/asl';

/** The value of a JSON text; `refusal` makes the error for a text that is none. */
export function parsedJson(text: string, refusal: () => Error): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw refusal();
  }
}
