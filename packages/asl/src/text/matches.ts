/**
 * All matches of a global pattern. `matchAll` makes a copy of the pattern before it looks; this looks with the pattern
 * itself, in texts of which most have no match. Of a pattern that is not global it would find the same one for ever.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`not a global pattern: ${pattern.source}`);
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    // Of nothing: the next one is looked for behind the next character.
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

const none: readonly never[] = [];
