import type { Json } from '@stepproof/asl';

/** The JSON texts of values. The output of a state is the input of the next one: its text is made once. */
export class JsonTexts {
  readonly #texts = new Map<object, string>();

  textOf(value: Json): string {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    this.#texts.set(value, text);
    return text;
  }
}
