import { maxDepth, tooDeep } from '../text/limits';
import type { LocatedString, Range, TextProblem } from '../text/located';
import { plainString } from '../text/located-string';
import { isPlaceholder } from '../text/placeholder';
import { quoted } from '../text/quoted';
import { closers, HclCursor, HclFault } from './hcl-cursor';
import type { HclExpression, HclMember, HclTemplate } from './hcl-expression';
import { heredocTemplate, quotedTemplate } from './hcl-template';
import type { HclToken } from './hcl-tokens';

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

/** Interpolations inside the strings of interpolations: each level is read again, so there is an end to it. */
const maxInterpolations = 10;

/** A step of a reference that only Terraform knows. */
const unknownStep = Symbol('unknown step');

const constants = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class HclExpressionParser extends HclCursor {
  private readonly text: string;
  private readonly interpolations: number;
  private depth = 0;

  constructor(text: string, range: Range, interpolations: number) {
    super(text, range);
    this.text = text;
    this.interpolations = interpolations;
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
    return this.between(open !== '{', (opened) =>
      open === '{' ? this.object(opened) : open === '[' ? this.tuple(opened) : this.inner(opened),
    );
  }

  /** What stands between a pair of brackets, the current token the first of them. */
  private between<T>(skipsNewlines: boolean, read: (open: HclToken) => T): T {
    const around = this.skipsNewlines;
    const open = this.token;
    if (++this.depth > maxDepth) this.refuse(tooDeep);
    this.skipsNewlines = skipsNewlines;
    this.take();
    const inside = read(open);
    this.depth--;
    this.skipsNewlines = around;
    if (around) this.newlines();
    return inside;
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

  /** A constant, a call, or a reference with the attributes and indexes behind it. */
  private named(): HclExpression {
    const { text, start, end } = this.take();
    const range: Range = [start, end];
    const value = constants.get(text);
    if (value === null) return { kind: 'literal', value: { kind: 'null', value, range }, range };
    if (value !== undefined) return { kind: 'literal', value: { kind: 'boolean', value, range }, range };
    if (this.isSymbol('(')) return this.call(text, start);
    const path = [text];
    for (;;) {
      const step = this.isSymbol('.') ? this.attribute() : this.isSymbol('[') ? this.index() : undefined;
      if (step === undefined) return { kind: 'reference', path, range: [start, this.taken] };
      if (step === unknownStep) return { kind: 'unknown', range: [start, this.taken] };
      path.push(step);
    }
  }

  private attribute(): string | typeof unknownStep {
    this.take();
    return this.token.kind === 'identifier' ? this.take().text : unknownStep;
  }

  /** `["name"]` and `[0]`, which are as good as an attribute. */
  private index(): string | typeof unknownStep {
    return this.between(true, (open) => {
      const { kind } = this.token;
      const index = kind === 'string' ? this.string().value?.value : kind === 'number' ? this.take().text : undefined;
      const isWritten = index !== undefined && !index.includes('${') && this.isSymbol(']');
      if (!isWritten) this.rest(open);
      else this.close(open);
      return isWritten ? index : unknownStep;
    });
  }

  private call(name: string, start: number): HclExpression {
    const { items: args, expands } = this.between(true, (open) => this.list(open));
    return { kind: 'call', name, args, expands, range: [start, this.taken] };
  }

  /** The rest of a `for` expression, or of an index that is computed. */
  private rest(open: HclToken): HclExpression {
    while (!this.isSymbol(closers[open.text]!)) {
      if (this.token.kind === 'end') this.neverClosed(open);
      this.skip();
    }
    this.close(open);
    return { kind: 'unknown', range: [open.start, this.taken] };
  }
}
