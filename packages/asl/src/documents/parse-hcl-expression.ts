import { maxDepth, tooDeep } from '../text/limits';
import type { LocatedString, Range, TextProblem } from '../text/located';
import { plainString } from '../text/located-string';
import { isPlaceholder } from '../text/placeholder';
import { quoted } from '../text/quoted';
import type { HclExpression, HclMember, HclTemplate } from './hcl-expression';
import { heredocTemplate, quotedTemplate } from './hcl-template';
import { HclTokens, type HclToken } from './hcl-tokens';

export interface ParsedHclExpression {
  readonly expression: HclExpression;
  /** The first mistake; what comes after it would follow from it. */
  readonly problem?: TextProblem | undefined;
}

/**
 * Parses the expression that stands at the range of a Terraform file. Objects, lists, texts, calls and references are
 * read; what only Terraform can compute is skipped up to its end. Never throws, takes linear time, and recurses no
 * deeper than `maxDepth`.
 */
export function parseHclExpression(text: string, range: Range): ParsedHclExpression {
  try {
    return { expression: new HclExpressionParser(text, range, 0).parse() };
  } catch (error) {
    if (error instanceof HclFault) return { expression: { kind: 'unknown', range }, problem: error.problem };
    throw error;
  }
}

class HclFault extends Error {
  readonly problem: TextProblem;

  constructor(message: string, range: Range) {
    super(message);
    this.problem = { message, range };
  }
}

/** Interpolations inside the strings of interpolations: each level is read again, so there is an end to it. */
const maxInterpolations = 10;

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const constants = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class HclExpressionParser {
  private readonly text: string;
  private readonly tokens: HclTokens;
  private readonly interpolations: number;
  private depth = 0;
  private token: HclToken;
  /** Where the last token that was taken ends. */
  private taken: number;
  /** Inside brackets and parentheses line breaks mean nothing; in an object they separate members. */
  private skipsNewlines = false;

  constructor(text: string, range: Range, interpolations: number) {
    this.text = text;
    this.tokens = new HclTokens(text, range);
    this.interpolations = interpolations;
    this.taken = range[0];
    this.token = this.tokens.next();
  }

  parse(): HclExpression {
    const expression = this.expression();
    this.newlines();
    if (this.token.kind !== 'end') this.refuse(`${quoted(this.token.text)} is not expected here; remove it`);
    return expression;
  }

  /** A term, or, with an operator behind it, what only Terraform can compute. */
  private expression(): HclExpression {
    const { start } = this.token;
    const term = this.term();
    if (this.isAtEnd()) return term;
    if (this.token.kind !== 'symbol' || '{('.includes(this.token.text)) {
      this.refuse(`${quoted(this.token.text)} is not expected here; write "," or a line break before it`);
    }
    return this.computed(start);
  }

  private isAtEnd(): boolean {
    const { kind, text } = this.token;
    if (kind === 'symbol') return text === ',' || text === '}' || text === ']' || text === ')' || text === '...';
    return kind === 'end' || kind === 'newline';
  }

  private term(): HclExpression {
    const { kind, text, start } = this.token;
    switch (kind) {
      case 'string':
        return this.string();
      case 'heredoc':
        return this.heredoc();
      case 'number':
        return this.number(start);
      case 'identifier':
        return this.named();
      case 'symbol':
        break;
      default:
        return this.refuse('A value is missing here; write one');
    }
    if (text === '{' || text === '[' || text === '(') return this.nested(text);
    if (text === '-') {
      this.take();
      return this.token.kind === 'number' ? this.number(start) : this.computed(start);
    }
    if (this.isAtEnd()) this.refuse(`A value is missing before ${quoted(text)}; write one`);
    return this.computed(start);
  }

  private computed(start: number): HclExpression {
    while (!this.isAtEnd()) this.skip();
    return { kind: 'unknown', range: [start, this.taken] };
  }

  private nested(open: '{' | '[' | '('): HclExpression {
    const { skipsNewlines } = this;
    const opened = this.token;
    if (++this.depth > maxDepth) this.refuse(tooDeep);
    this.skipsNewlines = open !== '{';
    this.take();
    const expression = open === '{' ? this.object(opened) : open === '[' ? this.tuple(opened) : this.inner(opened);
    this.depth--;
    this.skipsNewlines = skipsNewlines;
    if (skipsNewlines) this.newlines();
    return expression;
  }

  private inner(open: HclToken): HclExpression {
    const expression = this.expression();
    this.close(open);
    return expression;
  }

  private tuple(open: HclToken): HclExpression {
    if (this.isWord('for')) return this.rest(open);
    const { items } = this.list(open);
    return { kind: 'tuple', items, range: [open.start, this.taken] };
  }

  /** What stands between brackets or parentheses, the closing one included. */
  private list(open: HclToken): { items: HclExpression[]; expands: boolean } {
    const items: HclExpression[] = [];
    let expands = false;
    while (!this.isSymbol(closers[open.text]!)) {
      if (this.token.kind === 'end') this.neverClosed(open);
      items.push(this.expression());
      expands = this.isSymbol('...');
      if (expands) this.take();
      if (!this.isSymbol(',')) break;
      this.take();
    }
    this.close(open);
    return { items, expands };
  }

  private object(open: HclToken): HclExpression {
    this.newlines();
    if (this.isWord('for')) return this.rest(open);
    const members: HclMember[] = [];
    while (!this.isSymbol('}')) {
      members.push(this.member(open));
      if (this.isSymbol(',')) this.take();
      else if (this.token.kind !== 'newline') break;
      this.newlines();
    }
    this.close(open);
    return { kind: 'object', members, range: [open.start, this.taken] };
  }

  private member(open: HclToken): HclMember {
    if (this.token.kind === 'end') this.neverClosed(open);
    const { start } = this.token;
    const key = this.key();
    if (!this.isSymbol('=') && !this.isSymbol(':')) {
      const name = quoted(this.text.slice(start, this.taken));
      throw new HclFault(`${name} has no value; write "=" and a value after it`, [start, this.taken]);
    }
    this.take();
    this.newlines();
    return { key, value: this.expression() };
  }

  /** A name without quotes is a text; anything longer is an expression, which Terraform wants in parentheses. */
  private key(): LocatedString | HclExpression {
    const { kind, text, start, end } = this.token;
    let key: LocatedString | HclExpression;
    if (kind === 'identifier' || kind === 'number') {
      this.take();
      key = plainString(text, [start, end], start, (offset) => offset);
    } else {
      key = this.term();
    }
    let isLonger = false;
    while (!this.isAtEnd() && !this.isSymbol('=') && !this.isSymbol(':')) {
      this.skip();
      isLonger = true;
    }
    return isLonger ? { kind: 'unknown', range: [start, this.taken] } : key;
  }

  private string(): HclTemplate {
    const { text, start, end } = this.take();
    const range: Range = [start, end];
    if (text.length < 2 || !text.endsWith('"')) {
      throw new HclFault(`The text ${quoted(text)} is never closed; write a quote at its end`, range);
    }
    const inner = text.slice(1, -1);
    const isOnly = inner.startsWith('${') && this.interpolations < maxInterpolations && isPlaceholder(inner);
    return {
      kind: 'template',
      value: quotedTemplate(this.text, range),
      only: isOnly ? this.interpolated([start + 3, end - 2]) : undefined,
      range,
    };
  }

  /** What a mistake inside an interpolation is Terraform will say; here it makes a value that is not known. */
  private interpolated(range: Range): HclExpression | undefined {
    try {
      return new HclExpressionParser(this.text, range, this.interpolations + 1).parse();
    } catch (error) {
      if (error instanceof HclFault) return undefined;
      throw error;
    }
  }

  private heredoc(): HclTemplate {
    const { text, start, end, lines } = this.take();
    const value = heredocTemplate(this.text, [start, end], lines!, text.startsWith('<<-'));
    return { kind: 'template', value, lines: lines!, range: [start, end] };
  }

  private number(start: number): HclExpression {
    const { end } = this.take();
    const raw = this.text.slice(start, end);
    const range: Range = [start, end];
    return { kind: 'literal', value: { kind: 'number', value: Number(raw.replace(/\s/g, '')), raw, range }, range };
  }

  /** A constant, a call, or a reference with the attributes behind it. */
  private named(): HclExpression {
    const { text, start, end } = this.take();
    const range: Range = [start, end];
    const value = constants.get(text);
    if (value === null) return { kind: 'literal', value: { kind: 'null', value, range }, range };
    if (value !== undefined) return { kind: 'literal', value: { kind: 'boolean', value, range }, range };
    if (this.isSymbol('(')) return this.call(text, start);
    const path = [text];
    while (this.isSymbol('.')) {
      this.take();
      if (this.token.kind !== 'identifier') return { kind: 'unknown', range: [start, this.taken] };
      path.push(this.take().text);
    }
    return { kind: 'reference', path, range: [start, this.taken] };
  }

  private call(name: string, start: number): HclExpression {
    const { skipsNewlines } = this;
    const open = this.token;
    if (++this.depth > maxDepth) this.refuse(tooDeep);
    this.skipsNewlines = true;
    this.take();
    const { items: args, expands } = this.list(open);
    this.depth--;
    this.skipsNewlines = skipsNewlines;
    if (skipsNewlines) this.newlines();
    return { kind: 'call', name, args, expands, range: [start, this.taken] };
  }

  /** The rest of a `for` expression. */
  private rest(open: HclToken): HclExpression {
    while (!this.isSymbol(closers[open.text]!)) {
      if (this.token.kind === 'end') this.neverClosed(open);
      this.skip();
    }
    this.close(open);
    return { kind: 'unknown', range: [open.start, this.taken] };
  }

  /** Takes one token, or a pair of brackets with all that stands between them. */
  private skip(): void {
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

  private close(open: HclToken): void {
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

  private neverClosed(open: HclToken): never {
    const message = `The "${open.text}" is never closed; write "${closers[open.text]!}"`;
    throw new HclFault(message, [open.start, open.end]);
  }

  private refuse(message: string): never {
    throw new HclFault(message, [this.token.start, this.token.end]);
  }

  private isSymbol(text: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === text;
  }

  private isWord(text: string): boolean {
    return this.token.kind === 'identifier' && this.token.text === text;
  }

  private newlines(): void {
    while (this.token.kind === 'newline') this.token = this.tokens.next();
  }

  private take(): HclToken {
    const { token } = this;
    this.taken = token.end;
    this.token = this.tokens.next();
    if (this.skipsNewlines) this.newlines();
    return token;
  }
}
