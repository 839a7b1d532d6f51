import { createScanner, type JSONScanner } from 'jsonc-parser';
import { faultInJsonString } from './string';
import { endOfPlaceholder } from '../placeholder';
import { quoted } from '../quoted';

/** The values of jsonc-parser's SyntaxKind, a const enum that isolated modules cannot read. */
export const Kind = {
  openObject: 1,
  closeObject: 2,
  openArray: 3,
  closeArray: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  unknown: 16,
  end: 17,
  /** Ours: a bare `${...}`, with the characters that touch it. */
  placeholder: 18,
} as const;

/** Of jsonc-parser's ScanError: a comment, a string or a number that does not end as it should. */
const Unfinished = { comment: 1, string: 2, number: 3 } as const;

const bareText = /[^\s,:{}[\]"/]+/y;
const strangeBlanks = /[\s\u200b\ufeff]+/y;
const singleQuoted = /'[^'\r\n]*'(?![^\s,:{}[\]"/])/y;
const colonAhead = /\s*:/y;

/** A comment, without its delimiters, and where it stands with them. */
export interface JsonComment {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The tokens of a JSON text: jsonc-parser's, and besides them bare placeholders and what people write by mistake. */
export class JsonTokens {
  readonly text: string;
  readonly comments: JsonComment[] = [];

  /** The token at hand; `value` is the decoded text of a string. */
  kind: number = Kind.end;
  value = '';
  start = 0;
  end = 0;
  /** What is wrong with the token as a whole. */
  complaint: string | undefined;
  /** The end of the last string that is not closed. */
  unfinishedUpTo = -1;

  private readonly scanner: JSONScanner;
  private readonly onFault: (message: string, start: number, end: number) => void;
  private unclosedPlaceholder = false;

  /** @param onFault is told what is wrong inside tokens and between them */
  constructor(text: string, onFault: (message: string, start: number, end: number) => void) {
    this.text = text;
    this.onFault = onFault;
    this.scanner = createScanner(text);
    if (text.startsWith('\ufeff')) this.scanner.setPosition(1);
  }

  /** The text of the token: decoded if it is a string. */
  get content(): string {
    return this.kind === Kind.string ? this.value : this.text.slice(this.start, this.end);
  }

  /** Whether a colon follows. */
  get looksLikeKey(): boolean {
    return matchAt(colonAhead, this.text, this.end) !== '';
  }

  next(): void {
    this.complaint = undefined;
    for (;;) {
      this.kind = this.scanner.scan();
      this.start = this.scanner.getTokenOffset();
      // The scanner steps over the end after a comment that is not closed
      this.end = Math.min(this.scanner.getPosition(), this.text.length);
      switch (this.kind) {
        case Kind.lineComment:
        case Kind.blockComment:
          this.comment();
          continue;
        case Kind.string:
          this.value = this.scanner.getTokenValue();
          return this.checkString();
        case Kind.number:
          return this.bareToken();
        case Kind.unknown:
          if (this.skipStrangeBlanks()) continue;
          return this.text[this.start] === "'" ? this.singleQuotedToken() : this.bareToken();
        case Kind.lineBreak:
        case Kind.blank:
          continue;
        default:
          return;
      }
    }
  }

  private comment(): void {
    const unfinished = (this.scanner.getTokenError() as number) === Unfinished.comment;
    if (unfinished) this.onFault('The comment is not closed; add "*/"', this.start, this.end);
    const tail = this.kind === Kind.blockComment && !unfinished ? 2 : 0;
    this.comments.push({
      value: this.text.slice(this.start + 2, this.end - tail),
      start: this.start,
      end: this.end,
    });
  }

  private checkString(): void {
    const error: number = this.scanner.getTokenError();
    if (error === 0) return;
    const unfinished = error === Unfinished.string;
    const fault = faultInJsonString(this.text, this.start + 1, unfinished ? this.end : this.end - 1);
    if (fault) this.onFault(fault.message, fault.start, fault.end);
    if (!unfinished) return;
    this.complaint = 'The string is not closed; add a double quote at its end';
    this.unfinishedUpTo = this.end;
  }

  /** No-break spaces and the like, pasted from a web page: they look like blanks, and JSON refuses them. */
  private skipStrangeBlanks(): boolean {
    const blanks = matchAt(strangeBlanks, this.text, this.start);
    if (blanks === '') return false;
    this.end = this.start + blanks.length;
    this.scanner.setPosition(this.end);
    const code = blanks.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    this.onFault(`U+${code} is no blank in JSON; replace it by a space`, this.start, this.end);
    return true;
  }

  private singleQuotedToken(): void {
    const token = matchAt(singleQuoted, this.text, this.start);
    if (token === '') return this.bareToken();
    this.end = this.start + token.length;
    this.scanner.setPosition(this.end);
    this.kind = Kind.string;
    this.value = token.slice(1, -1);
    this.complaint = `The text ${quoted(this.value)} is in single quotes; write it in double quotes`;
  }

  /** A number or a word, with everything that touches it: `5s` and `10${n}` are one token each. */
  private bareToken(): void {
    const scanned = this.end;
    for (;;) {
      if (this.text[this.end - 1] === '$' && this.text[this.end] === '{') {
        this.end = this.endOfPlaceholder(this.end - 1);
        this.kind = Kind.placeholder;
        continue;
      }
      const more = matchAt(bareText, this.text, this.end);
      if (more === '') break;
      this.end += more.length;
    }
    if (this.end > scanned) this.scanner.setPosition(this.end);
    const spoilt = this.end > scanned || (this.scanner.getTokenError() as number) === Unfinished.number;
    if (this.kind === Kind.number && spoilt) this.kind = Kind.unknown;
  }

  private endOfPlaceholder(start: number): number {
    // Once one runs to the end of the text, searching on for each of the others would take quadratic time
    const end = this.unclosedPlaceholder ? undefined : endOfPlaceholder(this.text, start);
    if (end !== undefined) return end;
    this.unclosedPlaceholder = true;
    const name = matchAt(bareText, this.text, start + 2);
    const after = start + 2 + name.length;
    if (this.text[after] === '}') return after + 1;
    this.onFault(`The placeholder ${quoted('${' + name)} is not closed; add "}"`, start, after);
    return after;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
