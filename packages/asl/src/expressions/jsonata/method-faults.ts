import type { ExpressionProblem } from '../result';
import type { JsonataNode, JsonataPathNode } from './ast';
import { meantFunction } from './functions';
import type { Visited } from './visited-nodes';

/**
 * A member of data that is called as a function, `$states.input.name.toUpperCase()`. Data is JSON and has no functions: the
 * call fails with T1006. Nothing where the expression itself makes objects that may have some.
 */
export function methodFault(path: JsonataPathNode, nodes: readonly Visited[]): readonly ExpressionProblem[] {
  const called = path.steps.flatMap((step) => calledName(step) ?? []);
  if (!called.length || nodes.some(({ node }) => makesMethods(node))) return [];
  return called.map(({ name, end }) => {
    const meant = meantFunction(name);
    const remedy = meant === undefined ? 'call a function of JSONata' : `call "$${meant}" with the value`;
    const message = `"${name}" is called like a function, but data has none, so it fails; ${remedy}`;
    return { message, start: end - name.length, end };
  });
}

function calledName(step: JsonataNode): { readonly name: string; readonly end: number } | undefined {
  if (step.type !== 'function' || step.procedure.type !== 'path' || step.procedure.steps.length !== 1) return undefined;
  const [name] = step.procedure.steps;
  return name?.type === 'name' && name.position !== undefined ? { name: name.value, end: name.position } : undefined;
}

/** An object with a function, or with what may be one. */
const makesMethods = (node: JsonataNode): boolean =>
  node.type === 'unary' &&
  node.value === '{' &&
  node.lhs.some(([, value]) => ['lambda', 'variable', 'partial'].includes(value.type));
