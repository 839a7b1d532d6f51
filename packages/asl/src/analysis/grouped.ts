/** The items by their keys, in their order. An item may have several keys, or none. */
export function grouped<K, V>(items: Iterable<V>, keysOf: (item: V) => Iterable<K>): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
