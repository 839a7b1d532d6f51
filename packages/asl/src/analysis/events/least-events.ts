import { FailState, MapState, ParallelState, TaskState, type Scope, type State } from '../../syntax';
import { graphOf } from '../graph/graph';
import { isTerminal } from '../graph/reachability';
import { itemCountOf } from '../shapes/item-count';

/** The history of a Standard execution; what does not fit ends the execution as failed. */
export const mostEvents = 25_000;

/**
 * How many events a visit of the state adds to the history of its execution at least, when nothing fails (recorded): one for
 * entering and one for leaving, of a Task also those of the call, of a Parallel or an inline Map also those of what is
 * inside. The items of a distributed Map have histories of their own.
 */
export const leastEvents = (state: State): number => state.once(countEvents);

function countEvents(state: State): number {
  if (state instanceof FailState) return 1;
  if (state instanceof TaskState)
    return 'pattern' in state.resource && state.resource.pattern !== 'request-response' ? 6 : 5;
  if (state instanceof ParallelState) return state.branches.reduce((sum, branch) => sum + 1 + leastEventsIn(branch), 4);
  if (state instanceof MapState) return 4 + (itemCountOf(state) ?? 0) * leastEventsOfItem(state);
  return 2;
}

/** What each item of an inline Map adds at least: an event for its start, one for its end, and those of its states. */
export const leastEventsOfItem = ({ mode, itemProcessor }: MapState): number =>
  mode === 'INLINE' && itemProcessor ? 2 + leastEventsIn(itemProcessor) : 0;

const leastEventsIn = (scope: Scope): number => scope.once(shortestWayThrough);

function shortestWayThrough(scope: Scope): number {
  const { start, isPartial } = graphOf(scope);
  if (!start || isPartial) return 0;
  const counts = leastFrom(start, leastEvents);
  const ends = [...counts].flatMap(([state, count]) => (isTerminal(state) ? [count] : []));
  return ends.length ? Math.min(...ends) : 0;
}

/** The least that states have together from entering `first` to leaving each state that it leads to, in events, in seconds ... */
export function leastFrom(
  first: State,
  ofState: (state: State) => number,
  includes: (state: State) => boolean = () => true,
): ReadonlyMap<State, number> {
  const graph = graphOf(first.parent);
  const sums = new Map<State, number>([[first, ofState(first)]]);
  const waiting = new Set([first]);
  for (const state of waiting) {
    waiting.delete(state);
    for (const { to } of graph.transitionsFrom(state)) {
      if (!to || !includes(to)) continue;
      const sum = sums.get(state)! + ofState(to);
      if (sum >= (sums.get(to) ?? Infinity)) continue;
      sums.set(to, sum);
      waiting.add(to);
    }
  }
  return sums;
}
