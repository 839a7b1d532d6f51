/**
 * All matches of a global pattern. `matchAll` makes a copy of the pattern before it looks, so that in texts which have
 * none, and most have none, it takes ten times as long as `search`.
 */
export const matchesOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? none : [...text.matchAll(pattern)];

const none: readonly never[] = [];
