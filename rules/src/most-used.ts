/** The value that is there most often, the first of several, and how often it is; undefined of none. */
export function mostUsed<T>(values: readonly T[]): readonly [T | undefined, number] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce<readonly [T | undefined, number]>(
    (best, next) => (next[1] > best[1] ? next : best),
    [undefined, 0],
  );
}
