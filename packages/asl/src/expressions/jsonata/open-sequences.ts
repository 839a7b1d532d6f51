import type { Span } from '../span';
import type { JsonataNode } from './ast';
import { calledVariable } from './called-variable';
import type { Jsonata } from './parse';

/** Functions that give a sequence of what they find or make. */
const making: ReadonlySet<string> = new Set(['each', 'filter', 'keys', 'map', 'range']);

/**
 * The expression where it gives a sequence as a whole: of what a filter lets pass, or of what such a function gives. A
 * sequence of one value is that value, and one of none is nothing, but for `[]` behind it and `[...]` around it.
 */
export function openSequenceIn({ ast, isComplete, hasPlaceholders, text, references }: Jsonata): Span | undefined {
  if (!ast || !isComplete || hasPlaceholders || !givesSequence(ast)) return undefined;
  const called = calledBy(ast);
  if (called !== undefined && !references.calls.some(({ name }) => name === called)) return undefined;
  const start = text.search(/(?<=^\s*\{%\s*)[^\s]/);
  const end = text.search(/\s*%\}\s*$/);
  return start >= 0 && start < end ? { start, end } : undefined;
}

function givesSequence(node: JsonataNode): boolean {
  if (node.keepArray || node.group) return false;
  const last = node.predicate?.at(-1) ?? node.stages?.at(-1);
  if (last) return last.type === 'filter' && isTest(last.expr);
  if (node.type === 'block') return givesSequence(node.expressions.at(-1)!);
  // A name behind the filter may be that of a list, which stays one.
  if (node.type === 'path') return !node.keepSingletonArray && filtersLast(node.steps.at(-1)!);
  const [list] = node.type === 'function' ? node.arguments : [];
  // How many there are is written out.
  if (list?.type === 'unary' && list.value === '[' && list.expressions.length > 1) return false;
  return making.has(calledBy(node) ?? '');
}

const filtersLast = (step: JsonataNode): boolean =>
  (step.predicate ?? step.stages) !== undefined && step.focus === undefined && givesSequence(step);

const calledBy = (node: JsonataNode): string | undefined => {
  if (node.type === 'block') return calledBy(node.expressions.at(-1)!);
  return calledVariable(node.type === 'apply' ? node.rhs : node);
};

const tests: ReadonlySet<string> = new Set(['=', '!=', '<', '<=', '>', '>=', 'in', 'and', 'or']);
const asking: ReadonlySet<string> = new Set(['boolean', 'contains', 'exists', 'not']);

/** Whether it holds or not; a number would be an index, which gives one value, as is meant. */
const isTest = (node: JsonataNode): boolean =>
  node.type === 'binary' ? tests.has(node.value) : asking.has(calledVariable(node) ?? '');
