import type { ExpressionProblem } from '../result';
import type { JsonataPathNode } from './ast';
import { literalOf, type NamedCalls } from './literal-kinds';

/** A member of what is a number, a text or a boolean whatever the data: `$count($states.input.lines).total`. It gives nothing. */
export function memberFault(
  { steps: [first, name] }: JsonataPathNode,
  calls: NamedCalls,
): readonly ExpressionProblem[] {
  if (first === undefined || name?.type !== 'name' || name.position === undefined) return [];
  const kind = literalOf(first, calls)?.kind;
  if (kind !== 'number' && kind !== 'string' && kind !== 'boolean') return [];
  const article = `a ${kind}`;
  const remedy =
    kind === 'string' && name.value === 'length' ? 'count its characters with "$length"' : 'read it as a whole';
  const message = `"${name.value}" is looked up in ${article}, which has no members, so it gives nothing; ${remedy}`;
  return [{ message, start: name.position - name.value.length, end: name.position }];
}
