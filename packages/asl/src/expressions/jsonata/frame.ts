/** The variables of a scope. */
export class Frame {
  readonly #names = new Map<string, unknown>();
  readonly #outer: Frame | undefined;

  constructor(outer?: Frame, names?: Iterable<readonly [string, unknown]>) {
    this.#outer = outer;
    for (const [name, value] of names ?? []) this.bind(name, value);
  }

  /** A scope inside this one, with names of its own. */
  inner(names?: Iterable<readonly [string, unknown]>): Frame {
    return new Frame(this, names);
  }

  bind(name: string, value: unknown): void {
    this.#names.set(name, value);
  }

  lookup(name: string): unknown {
    if (this.#names.has(name)) return this.#names.get(name);
    for (let frame = this.#outer; frame !== undefined; frame = frame.#outer) {
      if (frame.#names.has(name)) return frame.#names.get(name);
    }
    return undefined;
  }
}
