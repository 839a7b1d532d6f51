import type { Span } from '../span';

/** Operators of JavaScript, the longer ones first, and what JSONata has instead. */
const foreign: readonly (readonly [operator: string, remedy: string])[] = [
  ['===', 'compare with "="'],
  ['!==', 'compare with "!="'],
  ['==', 'compare with "="'],
  ['&&', 'write "and"'],
  ['||', 'write "or"'],
  ['=>', 'write "function($value) { ... }"'],
  ['!', 'negate with "$not"'],
];

/** What to do about an operator that JSONata does not have, where the parser has stumbled over it. */
export function foreignOperatorRemedy(text: string, { start, end }: Span): string | undefined {
  const around = text.slice(Math.max(0, start - 2), end + 2);
  const [, remedy] =
    foreign.find(([operator]) => around.includes(operator) && !(operator === '!' && around.includes('!='))) ?? [];
  return remedy;
}
