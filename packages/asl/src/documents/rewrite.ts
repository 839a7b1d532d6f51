import type { Located, LocatedEntry, LocatedString } from '../text/located';

/** What becomes of a value; undefined leaves it and asks for the values inside it. */
export type Rewriting = (value: Located) => Located | undefined;

/**
 * The tree with some values replaced, parents asked before children; what does not change is shared with the old tree.
 * Recursion is bounded by the depth that `parseText` allows.
 */
export function rewrite(value: Located, rewriting: Rewriting, rewriteKey = (key: LocatedString) => key): Located {
  const replaced = rewriting(value);
  if (replaced) return replaced;
  if (value.kind === 'array') {
    const items = value.items.map((item) => rewrite(item, rewriting, rewriteKey));
    return items.some((item, index) => item !== value.items[index]) ? { ...value, items } : value;
  }
  if (value.kind === 'object') {
    const entries = value.entries.map((entry): LocatedEntry => {
      const [key, inner] = [rewriteKey(entry.key), rewrite(entry.value, rewriting, rewriteKey)];
      return key === entry.key && inner === entry.value ? entry : { key, value: inner };
    });
    return entries.some((entry, index) => entry !== value.entries[index]) ? { ...value, entries } : value;
  }
  return value;
}
