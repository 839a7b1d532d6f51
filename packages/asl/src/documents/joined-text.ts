import type { Located, LocatedString, LocatedText, Range } from '../text/located';
import { lastAtOrBefore } from './last-at-or-before';

/** The characters from `start` to `end` of a text. */
export function sliceText(text: LocatedText, start: number, end: number): LocatedText {
  return { value: text.value.slice(start, end), at: (index) => text.at(start + index) };
}

/** Text that is not in the file but stands for the characters of `range`: what a placeholder becomes. */
export function standIn(value: string, [start, end]: Range): LocatedText {
  return { value, at: (index) => (index < value.length ? start : end) };
}

/** A text as a value of the tree. */
export function stringOf(text: LocatedText, range: Range): LocatedString {
  return { kind: 'string', value: text.value, range, at: (index) => text.at(index) };
}

/** The same value at another place: what is written elsewhere stands where it is referred to. */
export function standingAt(value: Located, range: Range): Located {
  switch (value.kind) {
    case 'string':
      return stringOf(standIn(value.value, range), range);
    case 'array':
      return { kind: 'array', items: value.items.map((item) => standingAt(item, range)), range };
    case 'object': {
      const key = (name: LocatedString): LocatedString => stringOf(standIn(name.value, range), range);
      const entries = value.entries.map((entry) => ({ key: key(entry.key), value: standingAt(entry.value, range) }));
      return { kind: 'object', entries, range };
    }
    default:
      return { ...value, range };
  }
}

/**
 * The parts as one text. Places never run backwards, whatever the order of the parts in the file, so that ranges in the
 * joined text stay ranges.
 */
export function joinTexts(parts: readonly LocatedText[]): LocatedText {
  const filled = parts.filter((part) => part.value !== '');
  if (filled.length === 1) return filled[0]!;
  const starts: number[] = [];
  const floors: number[] = [];
  let length = 0;
  let floor = 0;
  for (const part of filled) {
    starts.push(length);
    floors.push(floor);
    length += part.value.length;
    floor = Math.max(floor, part.at(part.value.length));
  }
  const at = (index: number): number => {
    const which = lastAtOrBefore(starts, index);
    const part = filled[which];
    if (!part) return parts[0]?.at(0) ?? 0;
    return Math.max(floors[which]!, part.at(index - starts[which]!));
  };
  return { value: filled.map((part) => part.value).join(''), at };
}

/**
 * The text with every match of the pattern replaced; a match for which `replacement` has nothing stays as it is. What is
 * put in stands for the characters that it replaces.
 */
export function replaceInText(
  text: LocatedText,
  pattern: RegExp,
  replacement: (match: RegExpExecArray) => string | undefined,
): LocatedText {
  const parts: LocatedText[] = [];
  let copied = 0;
  for (const match of text.value.matchAll(pattern)) {
    const value = replacement(match);
    if (value === undefined) continue;
    const end = match.index + match[0].length;
    parts.push(sliceText(text, copied, match.index), standIn(value, [text.at(match.index), text.at(end)]));
    copied = end;
  }
  if (copied === 0) return text;
  return joinTexts([...parts, sliceText(text, copied, text.value.length)]);
}
