import { MapState, ownNodesOf, Scope, type State, type StateMachine } from '../../syntax';
import { graphOf, type StateGraph } from '../graph/graph';
import { statesFrom } from '../graph/reachability';
import { grouped } from '../grouped';
import { assignmentsOf, assignsUnknown, type Assignment } from './assignments';
import { isTested, type VariableRead } from './reads';

/**
 * Whether a variable has a value where it is read.
 *
 * - `assigned`: on every way, or nothing is known against it.
 * - `possibly`: not on the way from StartAt that is given.
 * - `later`: there are assignments in this scope, or one around it, but none on any way to the read.
 * - `elsewhere`: only where it cannot be seen from: inside another branch or iteration, or outside of a distributed Map.
 * - `never`: nothing assigns it.
 */
export type Assignedness =
  | { readonly kind: 'assigned' }
  | { readonly kind: 'possibly'; readonly way: readonly State[] }
  | { readonly kind: 'later' | 'elsewhere'; readonly by: readonly Assignment[] }
  | { readonly kind: 'never' };

const assigned: Assignedness = { kind: 'assigned' };

export function assignednessOf({ name, state }: VariableRead): Assignedness {
  const { machine } = state.parent;
  if (isTested(machine, name)) return assigned;
  const all = machine.once(assignmentsByName).get(name) ?? [];
  let at: State = state;
  for (;;) {
    const scope = at.parent;
    if (isOpaque(scope)) return assigned;
    const around = scope.parent;
    const isOutermost = !around || (around instanceof MapState && around.isDistributed);
    if (all.some((assignment) => assignment.scope === scope)) {
      // What both scopes assign, AWS refuses: that is another finding.
      const isOuter = !isOutermost && isAssignedAround(all, around as State);
      return isOuter ? assigned : inScope(scope, at, all, name);
    }
    if (isOutermost) break;
    at = around as State;
  }
  return all.length ? { kind: 'elsewhere', by: all } : { kind: 'never' };
}

/** Whether the scope of the state, or one around it, has an assignment among these. */
function isAssignedAround(all: readonly Assignment[], state: State): boolean {
  for (let scope: Scope | undefined = state.parent; scope; scope = scope.parent?.enclosing(Scope)) {
    if (all.some((assignment) => assignment.scope === scope)) return true;
  }
  return false;
}

const assignmentsByName = (machine: StateMachine): ReadonlyMap<string, readonly Assignment[]> =>
  grouped(assignmentsOf(machine), ({ name }) => [name]);

/** Some names, or some transitions, are only known after deployment. */
export const isOpaque = (scope: Scope): boolean => scope.once(findOpaqueness);

const findOpaqueness = (scope: Scope): boolean =>
  graphOf(scope).isPartial || scope.states.some((state) => ownNodesOf(state).some(assignsUnknown));

/** The ways of a scope with regard to one of its variables. */
interface Ways {
  /** The states that some way leads to without an assignment, with the state before. */
  readonly without: ReadonlyMap<State, State | undefined>;
  /** The states that some way leads to with one. Found out when it is asked for, which is seldom. */
  with(): ReadonlySet<State>;
}

function inScope(scope: Scope, at: State, all: readonly Assignment[], name: string): Assignedness {
  const ways = waysOf(scope, name, all);
  const before = ways.without.has(at);
  if (!before) return assigned;
  if (!ways.with().has(at)) return { kind: 'later', by: all.filter((assignment) => assignment.scope === scope) };
  const way: State[] = [];
  for (let step: State | undefined = at; step; step = ways.without.get(step)) way.unshift(step);
  return { kind: 'possibly', way };
}

function waysOf(scope: Scope, name: string, all: readonly Assignment[]): Ways {
  const known = scope.once(waysByName);
  let ways = known.get(name);
  if (!ways) known.set(name, (ways = findWays(graphOf(scope), new Set(all.map(({ field }) => field.parent)))));
  return ways;
}

const waysByName = (): Map<string, Ways> => new Map();

function findWays(graph: StateGraph, assigning: ReadonlySet<unknown>): Ways {
  const without = new Map<State, State | undefined>(graph.start ? [[graph.start, undefined]] : []);
  const first = new Set<State>();
  for (const [state] of without) {
    for (const { to, node } of graph.transitionsFrom(state)) {
      if (!to) continue;
      if (assigning.has(node)) first.add(to);
      else if (!without.has(to)) without.set(to, state);
    }
  }
  let reached: ReadonlySet<State> | undefined;
  return { without, with: () => (reached ??= statesFrom(first)) };
}
