import type { JsonataNode } from './ast';

/**
 * The tree that the `jsonata` package's parser made, in plain objects. The nodes of the package have the symbols of a grammar as
 * their prototypes, which is made for each text: they keep some 15 KB alive for the shortest expression, and as no two of them are
 * objects of one kind to V8, all that reads them is slow. Nodes that hang on two places still do.
 */
export function freeTree(root: unknown): JsonataNode {
  const copies = new Map<object, unknown>();
  const copyOf = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp) return value;
    let copy = copies.get(value);
    if (copy !== undefined) return copy;
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      copies.set(value, (copy = items));
      for (const item of value) items.push(copyOf(item));
    } else {
      const members: Record<string, unknown> = {};
      copies.set(value, (copy = members));
      for (const name of Object.keys(value)) members[name] = copyOf((value as Record<string, unknown>)[name]);
    }
    return copy;
  };
  return copyOf(root) as JsonataNode;
}
