import { jsonataFunctions, type JsonataNode } from '../../../expressions';
import type { Origin } from '../place';
import type { Reading, SymbolicValue } from '../symbolic-value';

/** What a JSONata expression can refer to, as far as it is known. */
export interface QueryRoots {
  /** The members of `$states`: `input`, `context`, and where the field has them `result` and `errorOutput`. */
  readonly states: ReadonlyMap<string, SymbolicValue>;
  readonly variable: (name: string) => Reading;
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

/** What a name stands for where its value is asked for. */
export const variableIn = ({ roots, locals }: Scope, name: string): Reading => locals.get(name) ?? roots.variable(name);

/** Whether there is no variable, or only one of which nobody knows that it is assigned. */
const isUnassigned = (reading: Reading): boolean =>
  reading.kind === 'missing' || (reading.kind === 'reference' && reading.symbol.mayBeAbsent === true);

/** A call of a function of JSONata's own; undefined for any other node, and where a variable has surely been given its name. */
export function builtinCall(
  node: JsonataNode,
  scope: Scope,
): { readonly name: string; readonly arguments: readonly JsonataNode[] } | undefined {
  if (node.type !== 'function' || node.procedure.type !== 'variable') return undefined;
  const name = node.procedure.value;
  const variable = variableIn(scope, name);
  const isOwn = variable.kind === 'missing' || (jsonataFunctions.has(name) && isUnassigned(variable));
  return isOwn && !hasExtras(node) ? { name, arguments: node.arguments } : undefined;
}

/** Whether filters, grouping or bindings stand behind a node. */
export const hasExtras = ({ predicate, group, focus, index, keepArray, tuple }: JsonataNode): boolean =>
  (predicate ?? []).length > 0 ||
  group !== undefined ||
  focus !== undefined ||
  index !== undefined ||
  !!keepArray ||
  !!tuple;
