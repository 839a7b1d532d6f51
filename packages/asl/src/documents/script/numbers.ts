import type { Node } from '@babel/types';
import { once } from './once';
import type { ScriptConstants } from './constants';

/** What expressions of a source are in numbers. */
export class ScriptNumbers {
  private readonly constants: ScriptConstants;
  private readonly numbers = new Map<Node, number | undefined>();

  constructor(constants: ScriptConstants) {
    this.constants = constants;
  }

  /** A number that is written, or the result of arithmetic with such: `5 * 60`. */
  of(given: Node): number | undefined {
    const node = this.constants.resolve(given);
    return once(this.numbers, node, () => this.computed(node));
  }

  private computed(node: Node): number | undefined {
    if (node.type === 'NumericLiteral') return node.value;
    if (node.type === 'UnaryExpression' && node.operator === '-') {
      const negated = this.of(node.argument);
      return negated === undefined ? undefined : -negated;
    }
    if (node.type !== 'BinaryExpression') return undefined;
    const left = this.of(node.left);
    const right = left === undefined ? undefined : this.of(node.right);
    if (left === undefined || right === undefined) return undefined;
    const result = arithmetic[node.operator]?.(left, right);
    return result !== undefined && Number.isFinite(result) ? result : undefined;
  }
}

const arithmetic: Readonly<Record<string, ((left: number, right: number) => number) | undefined>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};
