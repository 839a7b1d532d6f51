import type { Range } from '../../text/located';
import { endOfHclString } from './template';

export type HclTokenKind =
  | 'newline'
  | 'identifier'
  | 'number'
  | 'string'
  | 'heredoc'
  /** Up to two characters that mean something to HCL: a bracket, a separator, an operator. */
  | 'symbol'
  | 'end';

export interface HclToken {
  readonly kind: HclTokenKind;
  /** As written; of a heredoc its opening, `<<-EOF`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Where the lines of a heredoc stand. */
  readonly lines?: Range | undefined;
}

const blank = /[ \t\r\uFEFF]+/y;
export const commentStart = /#|\/\/|\/\*/y;
export const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** The opening of a heredoc, up to its first line, with its marker. */
export const heredocStart = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/uy;
const symbol = /=>|==|!=|<=|>=|&&|\|\||\.\.\.|::|[^]/y;

/** The tokens of a stretch of HCL, one after the other; comments are left out. */
export class HclTokens {
  private readonly text: string;
  private readonly limit: number;
  private at: number;

  constructor(text: string, [start, end]: Range) {
    this.text = text;
    this.at = start;
    this.limit = end;
  }

  next(): HclToken {
    while (this.match(blank) || this.skipComment());
    const start = this.at;
    if (start >= this.limit) return { kind: 'end', text: '', start: this.limit, end: this.limit };
    const char = this.text[start]!;
    if (char === '\n') return this.token('newline', start, start + 1);
    if (char === '"') return this.token('string', start, endOfHclString(this.text, start));
    const heredoc = char === '<' ? this.match(heredocStart) : null;
    if (heredoc) return this.heredoc(heredoc[0], heredoc[1]!, start);
    for (const [kind, pattern] of scanned) {
      const match = this.match(pattern);
      if (match) return this.token(kind, start, start + match[0].length);
    }
    return this.token('symbol', start, start + this.match(symbol)![0].length);
  }

  /** The heredoc ends with its closing marker; the line break after it is a token of its own. */
  private heredoc(opening: string, marker: string, start: number): HclToken {
    const first = start + opening.length;
    const closing = closingOfHeredoc(this.text, first, marker, this.limit);
    if (!closing)
      return { ...this.token('heredoc', start, this.limit), text: opening.trim(), lines: [first, this.limit] };
    const [lineStart, lineEnd] = closing;
    const end = lineStart + this.text.slice(lineStart, lineEnd).trimEnd().length;
    return { ...this.token('heredoc', start, end), text: opening.trim(), lines: [first, lineStart] };
  }

  private skipComment(): boolean {
    const open = this.match(commentStart)?.[0];
    if (open === undefined) return false;
    const close = this.text.indexOf(open === '/*' ? '*/' : '\n', this.at);
    this.at = close < 0 ? this.limit : close + (open === '/*' ? 2 : 0);
    return true;
  }

  private token(kind: HclTokenKind, start: number, end: number): HclToken {
    this.at = Math.min(end, this.limit);
    return { kind, text: this.text.slice(start, this.at), start, end: this.at };
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}

const scanned = [
  ['identifier', identifier],
  ['number', number],
] as const;

/** Where the line with the closing marker of a heredoc stands, whose first line begins at that offset. */
export function closingOfHeredoc(text: string, first: number, marker: string, limit = text.length): Range | undefined {
  for (let lineStart = first; lineStart < limit;) {
    const lineBreak = text.indexOf('\n', lineStart);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak;
    if (text.slice(lineStart, lineEnd).trim() === marker) return [lineStart, lineEnd];
    lineStart = lineEnd + 1;
  }
  return undefined;
}
