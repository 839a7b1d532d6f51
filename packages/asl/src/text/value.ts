import type { Json, Located } from './located';

/**
 * The value as `JSON.parse` would give it: of two members with one name the last counts, `__proto__` is a name like any
 * other. A placeholder becomes its text. Recursion is bounded by `maxDepth`.
 */
export function toJson(value: Located): Json {
  switch (value.kind) {
    case 'object':
      // fromEntries defines properties where an assignment to `__proto__` would set the prototype
      return Object.fromEntries(value.entries.map((entry) => [entry.key.value, toJson(entry.value)]));
    case 'array':
      return value.items.map(toJson);
    case 'placeholder':
      return value.text;
    default:
      return value.value;
  }
}

/** Visits the values and all that is inside them, but for those seen already, in any order; what several share only once. */
export function walkOnce(roots: readonly Located[], seen: Set<Located>, visit?: (value: Located) => void): void {
  const waiting = [...roots];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    visit?.(next);
    if (next.kind === 'array') for (const item of next.items) waiting.push(item);
    if (next.kind === 'object') for (const entry of next.entries) waiting.push(entry.value);
  }
}

/** Visits the value and all values inside it, in the order of the text; what an alias shares is visited at each use. */
export function walk(value: Located, visit: (value: Located) => void): void {
  const waiting: Located[] = [value];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    visit(next);
    if (next.kind === 'array') {
      for (let index = next.items.length - 1; index >= 0; index--) waiting.push(next.items[index]!);
    } else if (next.kind === 'object') {
      for (let index = next.entries.length - 1; index >= 0; index--) waiting.push(next.entries[index]!.value);
    }
  }
}
