import type { Span } from '../span';

/**
 * Whether a text that is compared letter by letter is meant as a pattern: `order-*`, `*.csv`. A star is also a value of its own,
 * "any", and stands in masks (`****1234`), schedules (`0 * * * *`), media types (`image/*`) and actions or ARNs (`s3:*`).
 */
export const isMeantAsPattern = (text: string): boolean =>
  text.includes('*') && /[\p{L}\p{N}]{2}/u.test(text) && !/\s|\*\*|:\*|^[^/]+\/\*$/u.test(text);

/** What hardly stands in a text, each sure enough by itself. `.*` alone is not: `report.*` is a name with any ending. */
const regexPieces: readonly RegExp[] = [
  /^\^(?=.)/,
  /^\.[*+]/,
  /(?<=[-:#])\.\*/,
  /\.\+$/,
  /(?<=\.[*+]|[\])][*+]?)\$$/,
  /\[\^?(?:[a-z]-[a-z]|[A-Z]-[A-Z]|\d-\d)[^\]]*\][*+?{]?/,
  /\([^()|]+(?:\|[^()|]+)+\)/,
  // One character of a name, as shells write it: a pattern without a star would be an equality.
  /(?<!\?)\?+(?=[\w./-]+$)(?<=^[\w./-]*\?+)/,
];

/** A piece of a StringMatches pattern that is written as in a regular expression, where it stands for nothing but itself. */
export function regexPieceIn(pattern: string): Span | undefined {
  const found = regexPieces.map((piece) => piece.exec(pattern)).find((match) => match !== null);
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}
