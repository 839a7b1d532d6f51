import type { ExpressionResult } from '../result';

/** The operand of StringMatches: the texts between its `*`, each of which stands for any characters or none. */
export interface StringPattern {
  readonly pieces: readonly Piece[];
}

/** `borders[i]` is the length of the longest proper prefix of `text` that also ends at `i`: Knuth, Morris and Pratt's table. */
interface Piece {
  readonly text: string;
  readonly borders: readonly number[];
}

/**
 * Parses the operand of StringMatches. Only `\*` and `\\` are escapes; the specification calls any other backslash a
 * runtime error.
 */
export function parseStringPattern(pattern: string): ExpressionResult<StringPattern> {
  const texts: string[] = [];
  let text = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '*') {
      texts.push(text);
      text = '';
    } else if (character !== '\\') {
      text += character;
    } else {
      at++;
      const escaped = pattern.charAt(at);
      if (escaped !== '*' && escaped !== '\\') {
        const message =
          'A backslash of the pattern escapes nothing; write "\\\\" for a backslash, "\\*" for an asterisk';
        return { problems: [{ message, start: at - 1, end: Math.min(at + 1, pattern.length) }] };
      }
      text += escaped;
    }
  }
  return {
    value: { pieces: [...texts, text].map((piece) => ({ text: piece, borders: bordersOf(piece) })) },
    problems: [],
  };
}

/** Whether the whole text fits. It takes time proportional to the text: each piece is taken at its first place. */
export function matchesPattern({ pieces }: StringPattern, text: string): boolean {
  const first = pieces[0]?.text ?? '';
  if (pieces.length <= 1) return text === first;
  const last = pieces.at(-1)?.text ?? '';
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = endOf(piece, text, at, end);
    if (found === undefined) return false;
    at = found;
  }
  return true;
}

/** The offset behind the first occurrence of the piece from `start` on that ends at or before `end`. */
function endOf({ text: piece, borders }: Piece, text: string, start: number, end: number): number | undefined {
  if (piece === '') return start;
  let matched = 0;
  for (let at = start; at < end; at++) {
    while (matched > 0 && piece[matched] !== text[at]) matched = borders[matched - 1] ?? 0;
    if (piece[matched] === text[at]) matched++;
    if (matched === piece.length) return at + 1;
  }
  return undefined;
}

function bordersOf(piece: string): number[] {
  const borders = [0];
  let border = 0;
  for (let at = 1; at < piece.length; at++) {
    while (border > 0 && piece[border] !== piece[at]) border = borders[border - 1] ?? 0;
    if (piece[border] === piece[at]) border++;
    borders.push(border);
  }
  return borders;
}
