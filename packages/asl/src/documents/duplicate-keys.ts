import type { DuplicateKey, Located, LocatedString } from '../text/located';
import { walkOnce } from '../text/value';

/** The keys that an object of the trees has twice, each told once however many places share the object. */
export function duplicateKeysOf(roots: readonly Located[]): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  walkOnce(roots, new Set(), (value) => {
    if (value.kind !== 'object') return;
    const firsts = new Map<string, LocatedString>();
    for (const { key } of value.entries) {
      const first = firsts.get(key.value);
      if (first) found.push({ key, first });
      else firsts.set(key.value, key);
    }
  });
  return found;
}
