import type { ExpressionProblem } from '../result';
import type { JsonataPathNode } from './ast';
import type { Visited } from './visited-nodes';

/**
 * A plain name or `$` in the body of a function, `function($line) { price * 2 }`: what a function is called with is in its
 * parameters, and without a document there is nothing else to look it up in. Outside of functions AWS refuses it: see
 * `unsupportedReferences`.
 */
export function lostNameFault(
  { steps: [first, second] }: JsonataPathNode,
  { hasContext, isInFunction }: Visited,
): readonly ExpressionProblem[] {
  if (hasContext || !isInFunction || first?.position === undefined) return [];
  const isContext = first.type === 'variable' && first.value === '';
  const name = isContext ? second : first;
  if (name?.type !== 'name' || name.position === undefined) return [];
  const message = `"${isContext ? '$.' : ''}${name.value}" is looked up in nothing, so it gives nothing: a function has what it is called with in its parameters; read it from one, as "$item.${name.value}"`;
  return [{ message, start: first.position - (isContext ? 1 : name.value.length), end: name.position }];
}
