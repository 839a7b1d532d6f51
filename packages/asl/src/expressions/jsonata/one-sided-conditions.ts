import type { Span } from '../span';
import type { JsonataNode } from './ast';
import type { Jsonata } from './parse';

/**
 * The `?` of the conditions without `:` whose value the expression gives as a whole: where such a condition does not hold,
 * the expression gives nothing. Inside an object or an argument that may be what is meant.
 */
export function oneSidedConditions({ ast, isComplete, hasPlaceholders }: Jsonata): readonly Span[] {
  if (!ast || !isComplete || hasPlaceholders) return [];
  const found: Span[] = [];
  const pending: (JsonataNode | undefined)[] = [ast];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'block') pending.push(node.expressions.at(-1));
    if (node.type !== 'condition') continue;
    pending.push(node.else ?? node.then);
    if (node.else) pending.push(node.then);
    else if (node.position !== undefined) found.push({ start: node.position - 1, end: node.position });
  }
  return found.sort((a, b) => a.start - b.start);
}
