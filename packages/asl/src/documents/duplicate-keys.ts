import type { DuplicateKey, Located, LocatedString } from '../text/located';

/** The keys that an object of the tree has twice, each told once however many places share the object. */
export function duplicateKeysOf(root: Located): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const waiting = [root];
  const seen = new Set<Located>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === 'array') for (const item of next.items) waiting.push(item);
    if (next.kind !== 'object') continue;
    const firsts = new Map<string, LocatedString>();
    for (const { key, value } of next.entries) {
      const first = firsts.get(key.value);
      if (first) found.push({ key, first });
      else firsts.set(key.value, key);
      waiting.push(value);
    }
  }
  return found;
}
