/** Finds out once; what takes part in itself is not known. */
export function once<K, T>(found: Map<K, T | undefined>, key: K, find: () => T | undefined): T | undefined {
  if (found.has(key)) return found.get(key);
  found.set(key, undefined);
  const value = find();
  found.set(key, value);
  return value;
}
