import type { LocatedString, Range } from './located';

/**
 * A string whose characters stand one after the other in the file, from `start` on.
 * @param place maps an offset of the parsed text to the file
 */
export function plainString(
  value: string,
  range: Range,
  start: number,
  place: (offset: number) => number,
): LocatedString {
  return { kind: 'string', value, range, at: (index) => place(start + within(value, index)) };
}

/**
 * A string that is written with escapes or over several lines.
 * @param offsetsOf the offset of each character and of the end; asked for once, when a place is first wanted
 */
export function writtenString(
  value: string,
  range: Range,
  offsetsOf: () => ArrayLike<number>,
  place: (offset: number) => number,
): LocatedString {
  let offsets: ArrayLike<number> | undefined;
  const at = (index: number): number => {
    offsets ??= offsetsOf();
    return place(offsets[Math.min(within(value, index), offsets.length - 1)] ?? 0);
  };
  return { kind: 'string', value, range, at };
}

function within(value: string, index: number): number {
  return Math.min(Math.max(index, 0), value.length);
}
