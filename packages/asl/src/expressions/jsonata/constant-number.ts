import type { JsonataNode } from './ast';
import type { Jsonata } from './parse';

/** The number that an expression gives whatever the data: `{% 600 %}`, `{% 60 * 10 %}`. Undefined where it reads anything. */
export function constantNumberOf({ ast, isComplete }: Jsonata): number | undefined {
  const value = ast && isComplete ? numberOf(ast) : undefined;
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

function numberOf(node: JsonataNode): number | undefined {
  if (node.predicate ?? node.stages ?? node.group) return undefined;
  if (node.type === 'number') return node.value as number;
  if (node.type === 'block') return node.expressions.length === 1 ? numberOf(node.expressions[0]!) : undefined;
  if (node.type === 'unary' && node.value === '-') {
    const value = numberOf(node.expression);
    return value === undefined ? undefined : -value;
  }
  if (node.type !== 'binary') return undefined;
  const operation = operations[node.value];
  const left = operation && numberOf(node.lhs);
  const right = left === undefined ? undefined : numberOf(node.rhs);
  return operation && left !== undefined && right !== undefined ? operation(left, right) : undefined;
}

const operations: Readonly<Record<string, ((left: number, right: number) => number) | undefined>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
};
