/** More additions than that are copied into one map with what was there before. */
const mostAdded = 32;

/**
 * A map made of another one, which stays as it is, by setting entries. The data of a long workflow is the same from state to state
 * but for a member or two: copying all of it at each state would take time and memory by the square of the states.
 */
export class GrownMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly #base: ReadonlyMap<K, V>;
  readonly #added: ReadonlyMap<K, V>;

  private constructor(base: ReadonlyMap<K, V>, added: ReadonlyMap<K, V>, size: number) {
    this.#base = base;
    this.#added = added;
    this.size = size;
  }

  /** The entries of a map with those, which count where a key is in both. The order is that of `Map`. */
  static of<K, V>(before: ReadonlyMap<K, V>, entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
    const isGrown = before instanceof GrownMap;
    const base: ReadonlyMap<K, V> = isGrown ? (before as GrownMap<K, V>).#base : before;
    const added = new Map(isGrown ? (before as GrownMap<K, V>).#added : undefined);
    let { size } = before;
    for (const [key, value] of entries) {
      if (!added.has(key) && !base.has(key)) size++;
      added.set(key, value);
    }
    return added.size > mostAdded ? new Map([...base, ...added]) : new GrownMap(base, added, size);
  }

  /** The keys of one map at which another may differ: of two that come from one map, those that were set since in either. */
  static keysApart<K, V>(left: ReadonlyMap<K, V>, right: ReadonlyMap<K, V>): Iterable<K> {
    if (!(left instanceof GrownMap && right instanceof GrownMap)) return left.keys();
    const [one, other] = [left as GrownMap<K, V>, right as GrownMap<K, V>];
    return one.#base === other.#base ? new Set([...one.#added.keys(), ...other.#added.keys()]) : left.keys();
  }

  get(key: K): V | undefined {
    return this.#added.has(key) ? this.#added.get(key) : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.#added.has(key) || this.#base.has(key);
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.#base) yield [key, this.#added.has(key) ? this.#added.get(key)! : value];
    for (const [key, value] of this.#added) if (!this.#base.has(key)) yield [key, value];
  }

  *keys(): MapIterator<K> {
    yield* this.#base.keys();
    for (const key of this.#added.keys()) if (!this.#base.has(key)) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }
}
