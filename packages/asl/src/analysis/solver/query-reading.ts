import type { Jsonata } from '../../expressions';
import { read } from './query/read';
import { outermost, type QueryRoots } from './query/scope';
import type { Origin } from './place';
import { unknownInside, type Reading } from './symbolic-value';

/** What an expression gives: `missing` where it returns nothing, unknown where nobody can tell. */
export function readExpression({ ast, code, isComplete }: Jsonata, roots: QueryRoots, node: Origin): Reading {
  if (!ast || !isComplete) return unknownInside({ reason: `"${code}" is not complete`, node });
  return read(ast, outermost(roots, node));
}
