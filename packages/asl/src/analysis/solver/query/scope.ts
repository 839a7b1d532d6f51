import type { JsonataNode } from '../../../expressions';
import type { Origin, Reading, SymbolicValue } from '../symbolic-value';

/** What a JSONata expression can refer to, as far as it is known. */
export interface QueryRoots {
  /** The members of `$states`: `input`, `context`, and where the field has them `result` and `errorOutput`. */
  readonly states: ReadonlyMap<string, SymbolicValue>;
  variable(name: string): Reading;
}

/** What a part of an expression can refer to. */
export interface Scope {
  readonly roots: QueryRoots;
  /** The variables that the blocks around it have bound. */
  readonly locals: ReadonlyMap<string, Reading>;
  /** Where the expression is written. */
  readonly origin: Origin;
}

export const outermost = (roots: QueryRoots, origin: Origin): Scope => ({ roots, locals: new Map(), origin });

export const variableIn = ({ roots, locals }: Scope, name: string): Reading => locals.get(name) ?? roots.variable(name);

/** A call of one of JSONata's own functions; undefined for any other node, and where a block gives the name a new meaning. */
export function builtinCall(
  node: JsonataNode,
  { locals }: Scope,
): { readonly name: string; readonly arguments: readonly JsonataNode[] } | undefined {
  if (node.type !== 'function' || node.procedure.type !== 'variable') return undefined;
  const name = node.procedure.value;
  return locals.has(name) || hasExtras(node) ? undefined : { name, arguments: node.arguments };
}

/** Whether filters, grouping or bindings stand behind a node. */
export const hasExtras = ({ predicate, group, focus, index, keepArray, tuple }: JsonataNode): boolean =>
  (predicate ?? []).length > 0 ||
  group !== undefined ||
  focus !== undefined ||
  index !== undefined ||
  !!keepArray ||
  !!tuple;
