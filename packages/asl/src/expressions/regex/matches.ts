import type { RegexTime } from './regex-time';

/** How many matches are looked for at once at most. */
const manyMatches = 1024;

/** The matches of a pattern with the flag "g" in a text, one after the other, found when they are asked for. */
export class Matches {
  readonly text: string;
  readonly #pattern: RegExp;
  readonly #time: RegexTime;
  readonly #found: RegExpExecArray[] = [];
  #from: number;
  #atOnce = 1;

  constructor(pattern: RegExp, text: string, from: number, time: RegexTime) {
    this.#pattern = pattern;
    this.text = text;
    this.#from = from;
    this.#time = time;
  }

  get source(): string {
    return this.#pattern.source;
  }

  /** The match with that number, from 0; each is asked for after the one before it. */
  at(index: number): RegExpExecArray | undefined {
    if (index === this.#found.length) this.#find();
    return this.#found[index];
  }

  #find(): void {
    const more = this.#time.exec(this.#pattern, this.text, this.#from, this.#atOnce);
    this.#atOnce = Math.min(this.#atOnce * 2, manyMatches);
    for (const match of more) {
      this.#found.push(match);
      this.#from = match.index + match[0].length;
    }
  }
}
