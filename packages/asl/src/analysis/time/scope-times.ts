import { Catcher, FailState, UnknownState, type Scope, type State } from '../../syntax';
import { graphOf } from '../graph/graph';
import { isTerminal } from '../graph/reachability';
import { longestWay } from './longest-way';
import { visitTime, type TimeBounds } from './visit-time';

/** When the states of a scope can begin and when it can end, in seconds from its start. */
export interface ScopeTimes {
  /** The earliest moment at which each state can be entered; states out of reach are left out. */
  readonly earliest: ReadonlyMap<State, number>;
  /** The states on the fastest way to an end with success, in their order. Empty when there is none or not all ways are known. */
  readonly fastestWay: readonly State[];
  /** How long the fastest way takes at least; Infinity when no end with success can be reached. */
  readonly leastSuccess: number;
  /** How long an execution of the scope can take at most, however it ends. */
  readonly most: number;
}

/** Kept for each scope: rules ask for the same scopes again and again. */
export const scopeTimes = (scope: Scope): ScopeTimes => scope.once(timesOf);

function timesOf(scope: Scope): ScopeTimes {
  const graph = graphOf(scope);
  // Ways that are not known may be shorter or longer than any that is.
  if (graph.isPartial || !graph.start || scope.states.some((state) => state instanceof UnknownState)) {
    return { earliest: new Map(), fastestWay: [], leastSuccess: 0, most: Infinity };
  }
  const visits = new Map(scope.states.map((state) => [state, visitTime(state)]));
  const { earliest, before } = earliestEntries(scope, visits);
  const ends = [...earliest]
    .filter(([state]) => isTerminal(state) && !(state instanceof FailState))
    .map(([state, entry]) => ({ state, at: entry + visits.get(state)!.least }));
  const first = ends.reduce<(typeof ends)[number] | undefined>(
    (best, end) => (best && best.at <= end.at ? best : end),
    undefined,
  );
  const fastestWay: State[] = [];
  for (let state = first?.state; state; state = before.get(state)) fastestWay.unshift(state);
  let most: number | undefined;
  return {
    earliest,
    fastestWay,
    leastSuccess: first?.at ?? Infinity,
    // Few ask for it.
    get most() {
      return (most ??= longestWay(scope, (state) => visits.get(state)!.most));
    },
  };
}

/** Shortest paths (Dijkstra): a transition costs what its state takes at least, one by a Catcher nothing. */
function earliestEntries(scope: Scope, visits: ReadonlyMap<State, TimeBounds>) {
  const graph = graphOf(scope);
  const earliest = new Map<State, number>();
  const before = new Map<State, State>();
  const found = new Map<State, number>([[graph.start!, 0]]);
  // Most ways cost nothing: those come first and need no queue in order.
  const atOnce: State[] = [graph.start!];
  const later = new Set<State>();
  for (;;) {
    const state = atOnce.pop() ?? nearestOf(later, found);
    if (!state) return { earliest, before };
    later.delete(state);
    if (earliest.has(state)) continue;
    const entry = found.get(state)!;
    earliest.set(state, entry);
    for (const { to, node } of graph.transitionsFrom(state)) {
      if (!to || earliest.has(to)) continue;
      const at = entry + (node instanceof Catcher ? 0 : visits.get(state)!.least);
      if (at >= (found.get(to) ?? Infinity)) continue;
      found.set(to, at);
      before.set(to, state);
      if (at === entry) atOnce.push(to);
      else later.add(to);
    }
  }
}

function nearestOf(states: ReadonlySet<State>, found: ReadonlyMap<State, number>): State | undefined {
  let nearest: State | undefined;
  for (const state of states) if (!nearest || found.get(state)! < found.get(nearest)!) nearest = state;
  return nearest;
}
