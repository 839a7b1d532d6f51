import type { LocatedString, Range, TextProblem } from '../../text/located';
import { plainString } from '../../text/located-string';
import { isPlaceholder } from '../../text/placeholder';
import { quoted } from '../../text/quoted';
import { closers, HclFault } from './cursor';
import type { HclExpression, HclMember, HclTemplate } from './expression';
import { constantOf, heredocOf, numberAt, templateOf } from './literals';
import { HclReferenceReader } from './reference';
import type { HclToken } from './tokens';

export interface ParsedHclExpression {
  readonly expression: HclExpression;
  /** The first mistake; what comes after it would follow from it. */
  readonly problem?: TextProblem | undefined;
}

/**
 * Parses the expression that stands at the range of a Terraform file. Objects, lists, texts, calls and references are
 * read, and the choices of conditions; what else only Terraform can compute is skipped up to its end. Never throws, takes linear time, and recurses no
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

class HclExpressionParser extends HclReferenceReader {
  private readonly interpolations: number;

  constructor(text: string, range: Range, interpolations: number) {
    super(text, range);
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
        return heredocOf(this.take(), this.text);
      case 'number':
        return numberAt(start, this.take(), this.text);
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
      return this.token.kind === 'number' ? numberAt(start, this.take(), this.text) : this.computed(start);
    }
    if (this.isAtEnd()) this.refuse(`A value is missing before ${quoted(text)}; write one`);
    return this.computed(start);
  }

  /** What an operator makes is not known, but a condition has the choices that are written. */
  private computed(start: number): HclExpression {
    const choices: HclExpression[] = [];
    let otherwise = start;
    while (!this.isAtEnd()) {
      if (!this.isSymbol('?')) {
        this.skip();
        continue;
      }
      this.take();
      const choice = this.untilColon(() => this.expression());
      if (!this.isSymbol(':')) continue;
      this.take();
      choices.push(choice);
      otherwise = this.token.start;
      if (this.token.kind === 'symbol' && !Object.hasOwn(closers, this.token.text)) continue;
      const last = this.term();
      if (this.isAtEnd()) return { kind: 'conditional', choices: [...choices, last], range: [start, this.taken] };
    }
    const unknown: HclExpression = { kind: 'unknown', range: [otherwise, this.taken] };
    if (choices.length === 0) return unknown;
    return { kind: 'conditional', choices: [...choices, unknown], range: [start, this.taken] };
  }

  private nested(open: '{' | '[' | '('): HclExpression {
    return this.between(open !== '{', (opened) =>
      open === '{' ? this.object(opened) : open === '[' ? this.tuple(opened) : this.inner(opened),
    );
  }

  private inner(open: HclToken): HclExpression {
    const expression = this.expression();
    this.close(open);
    return expression;
  }

  private tuple(open: HclToken): HclExpression {
    if (this.isWord('for')) return this.rest(open);
    const { items } = this.list(open, () => this.expression());
    return { kind: 'tuple', items, range: [open.start, this.taken] };
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
    const token = this.take();
    const template = templateOf(token, this.text);
    const inner = token.text.slice(1, -1);
    const isOnly = inner.startsWith('${') && this.interpolations < maxInterpolations && isPlaceholder(inner);
    return { ...template, only: isOnly ? this.interpolated([token.start + 3, token.end - 2]) : undefined };
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

  private named(): HclExpression {
    const name = this.take();
    const constant = constantOf(name);
    if (constant) return constant;
    return this.isSymbol('(') ? this.call(name.text, name.start) : this.reference(name.text, name.start);
  }

  private call(name: string, start: number): HclExpression {
    const { items: args, expands } = this.between(true, (open) => this.list(open, () => this.expression()));
    return { kind: 'call', name, args, expands, range: [start, this.taken] };
  }
}
