import type { JsonataNode, JsonataPair, JsonataStage } from './ast';
import { blockOf, joined, nameOf, negated, withFilter, type DraftNode } from './common-nodes';
import { tokenAt, uncommon, type Token } from './common-tokens';

/** A longer text is read by the package, which also tells where one is nested too deeply. */
const longest = 2000;

/**
 * The tree of an expression in the common part of the language, the same that the `jsonata` package makes of it: names,
 * variables, literals, paths, predicates, calls, operators, conditions, blocks, arrays and objects. Undefined for all
 * other texts, and for those with a mistake: the package tells of it.
 *
 * The package builds its grammar anew for each text, which takes more time than all else that is asked of an expression.
 */
export function readCommon(source: string): JsonataNode | undefined {
  if (source.length > longest) return undefined;
  try {
    return new CommonReader(source).read();
  } catch (failure) {
    if (failure === uncommon) return undefined;
    throw failure;
  }
}

/** How strongly an operator binds what stands before it; all others end an expression. */
const bindingPowers = new Map([
  [':=', 10],
  ['?', 20],
  ['or', 25],
  ['and', 30],
  ...['=', '!=', '<', '<=', '>', '>=', 'in'].map((operator) => [operator, 40] as const),
  ...['+', '-', '&'].map((operator) => [operator, 50] as const),
  ...['*', '/', '%'].map((operator) => [operator, 60] as const),
  ['{', 70],
  ['.', 75],
  ['[', 80],
  ['(', 80],
]);
const minusPower = 70;

/** Pratt's algorithm: an operator takes what stands before it as long as it binds more strongly than the one before that. */
class CommonReader {
  readonly #source: string;
  #token: Token;

  constructor(source: string) {
    this.#source = source;
    this.#token = tokenAt(source, 0);
  }

  read(): JsonataNode {
    const root = this.#expression(0);
    if (this.#token.type !== 'end') throw uncommon;
    return root;
  }

  #take(): Token {
    const taken = this.#token;
    this.#token = tokenAt(this.#source, taken.position);
    return taken;
  }

  #isAt(operator: string): boolean {
    return this.#token.type === 'operator' && this.#token.value === operator;
  }

  #expect(operator: string): void {
    if (!this.#isAt(operator)) throw uncommon;
    this.#take();
  }

  #expression(power: number): DraftNode {
    let left = this.#operand(this.#take());
    while (this.#token.type === 'operator') {
      const operatorPower = bindingPowers.get(this.#token.value as string) ?? 0;
      if (power >= operatorPower) break;
      left = this.#operation(left, this.#take(), operatorPower);
    }
    return left;
  }

  #operand({ type, value, position }: Token): DraftNode {
    switch (type) {
      case 'variable':
        return { type, value: value as string, position };
      case 'string':
      case 'number':
      case 'value':
        return { type, value, position };
      case 'name':
        return nameOf(value as string, position);
      case 'operator':
        return this.#prefixed(value as string, position);
      case 'end':
        throw uncommon;
    }
  }

  #prefixed(operator: string, position: number): DraftNode {
    switch (operator) {
      case 'and':
      case 'or':
      case 'in':
        return nameOf(operator, position);
      case '-':
        return negated(this.#expression(minusPower), position);
      case '(':
        return blockOf(
          this.#list(';', ')', () => this.#expression(0), true),
          position,
        );
      case '[':
        return { type: 'unary', value: '[', position, expressions: this.#list(',', ']', () => this.#item()) };
      case '{':
        return { type: 'unary', value: '{', position, lhs: this.#list(',', '}', () => this.#pair()) };
      default:
        throw uncommon;
    }
  }

  #operation(left: DraftNode, { value, position }: Token, power: number): DraftNode {
    const operator = value as string;
    switch (operator) {
      case '.':
        return joined(left, this.#expression(power));
      case '[':
        return this.#filtered(left, position);
      case '(':
        return this.#call(left, position);
      case '?':
        return this.#condition(left, position);
      case ':=':
        return this.#binding(left, position, power);
      case '{':
        throw uncommon;
      default:
        return { type: 'binary', value: operator, position, lhs: left, rhs: this.#expression(power) };
    }
  }

  /** `mayEndOpen`: behind the last separator there may be nothing. */
  #list<T>(separator: string, end: string, readOne: () => T, mayEndOpen = false): T[] {
    const found: T[] = [];
    while (!this.#isAt(end) || (found.length > 0 && !mayEndOpen)) {
      found.push(readOne());
      if (!this.#isAt(separator)) break;
      this.#take();
    }
    this.#expect(end);
    return found;
  }

  #item(): DraftNode {
    const first = this.#expression(0);
    if (!this.#isAt('..')) return first;
    const { position } = this.#take();
    return { type: 'binary', value: '..', position, lhs: first, rhs: this.#expression(0) };
  }

  #pair(): JsonataPair {
    const key = this.#expression(0);
    this.#expect(':');
    return [key, this.#expression(0)];
  }

  #filtered(left: DraftNode, position: number): DraftNode {
    // `[]` keeps arrays of one element.
    if (this.#isAt(']')) throw uncommon;
    const filter: JsonataStage & { position: number } = { type: 'filter', expr: this.#expression(0), position };
    this.#expect(']');
    return withFilter(left, filter);
  }

  #call(procedure: DraftNode, position: number): DraftNode {
    // A name there makes a function or says that a "$" is missing.
    if (procedure.type !== 'variable' || procedure.predicate) throw uncommon;
    const given = this.#list(',', ')', () => this.#expression(0));
    const call = { type: 'function', value: '(', position, arguments: given, procedure } as const;
    return call;
  }

  #condition(condition: DraftNode, position: number): DraftNode {
    const then = this.#expression(0);
    if (!this.#isAt(':')) return { type: 'condition', position, condition, then };
    this.#take();
    return { type: 'condition', position, condition, then, else: this.#expression(0) };
  }

  #binding(left: DraftNode, position: number, power: number): DraftNode {
    if (left.type !== 'variable' || left.predicate) throw uncommon;
    // Right associative.
    const rhs = this.#expression(power - 1);
    const binding = { type: 'bind', value: ':=', position, lhs: left, rhs } as const;
    return binding;
  }
}
