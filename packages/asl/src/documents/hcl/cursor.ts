import type { Range, TextProblem } from '../../text/located';
import { quoted } from '../../text/quoted';
import { HclTokens, type HclToken } from './tokens';

/** The first mistake in an expression; what comes after it would follow from it. */
export class HclFault extends Error {
  readonly problem: TextProblem;

  constructor(message: string, range: Range) {
    super(message);
    this.problem = { message, range };
  }
}

export const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** Goes along the tokens of an expression, and tells what is not as it must be. */
export class HclCursor {
  protected token: HclToken;
  /** Where the last token that was taken ends. */
  protected taken: number;
  /** Inside brackets and parentheses line breaks mean nothing; in an object they separate members. */
  protected skipsNewlines = false;
  /** Between `?` and `:` a colon ends what stands there. */
  protected endsAtColon = false;
  private readonly tokens: HclTokens;

  constructor(text: string, range: Range) {
    this.tokens = new HclTokens(text, range);
    this.taken = range[0];
    this.token = this.tokens.next();
  }

  protected take(): HclToken {
    const { token } = this;
    this.taken = token.end;
    this.token = this.tokens.next();
    if (this.skipsNewlines) this.newlines();
    return token;
  }

  /** Takes one token, or a pair of brackets with all that stands between them. */
  protected skip(): void {
    const open: HclToken[] = [];
    do {
      const { kind, text } = this.token;
      if (kind === 'end') {
        if (open.length > 0) this.neverClosed(open.at(-1)!);
        return;
      }
      if (kind === 'symbol' && Object.hasOwn(closers, text)) open.push(this.token);
      else if (open.length > 0 && this.isSymbol(closers[open.at(-1)!.text]!)) open.pop();
      this.take();
    } while (open.length > 0);
  }

  protected close(open: HclToken): void {
    const closer = closers[open.text]!;
    if (this.token.kind === 'end') this.neverClosed(open);
    if (!this.isSymbol(closer)) {
      const here = this.token.kind === 'newline' ? 'the end of the line' : quoted(this.token.text);
      this.refuse(`${here} is not expected here; write "," or "${closer}" before it`);
    }
    // The line break behind the closer belongs to what is around.
    this.skipsNewlines = false;
    this.take();
  }

  protected newlines(): void {
    while (this.token.kind === 'newline') this.token = this.tokens.next();
  }

  protected isAtEnd(): boolean {
    const { kind, text } = this.token;
    if (kind === 'symbol' && text === ':') return this.endsAtColon;
    if (kind === 'symbol') return text === ',' || text === '}' || text === ']' || text === ')' || text === '...';
    return kind === 'end' || kind === 'newline';
  }

  protected isSymbol(text: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === text;
  }

  protected isWord(text: string): boolean {
    return this.token.kind === 'identifier' && this.token.text === text;
  }

  protected neverClosed(open: HclToken): never {
    const message = `The "${open.text}" is never closed; write "${closers[open.text]!}"`;
    throw new HclFault(message, [open.start, open.end]);
  }

  protected refuse(message: string): never {
    throw new HclFault(message, [this.token.start, this.token.end]);
  }
}
