import type { Json } from '@stepproof/asl';

const none: ReadonlyMap<string, Json> = new Map();

/**
 * The variables of one scope: the machine, a branch of a Parallel, an iteration of a Map. Inner scopes read those of
 * outer ones; what they assign themselves vanishes with them.
 */
export class Variables {
  readonly #outer: Variables | undefined;
  #own = none;
  #all: ReadonlyMap<string, Json> | undefined;

  constructor(outer?: Variables, initial?: Readonly<Record<string, Json>>) {
    this.#outer = outer;
    if (initial) this.assign(new Map(Object.entries(initial)));
  }

  get(name: string): Json | undefined {
    return this.#own.has(name) ? this.#own.get(name) : this.#outer?.get(name);
  }

  /** Takes effect for the states that are entered from now on. */
  assign(values: ReadonlyMap<string, Json>): void {
    this.#own = new Map([...this.#own, ...values]);
    this.#all = undefined;
  }

  /** All that are visible, for JSONata. */
  get all(): ReadonlyMap<string, Json> {
    return (this.#all ??= this.#outer ? new Map([...this.#outer.all, ...this.#own]) : this.#own);
  }
}
