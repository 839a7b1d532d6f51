import { UnknownState, type Scope, type State } from '../../syntax';
import { graphOf } from '../graph';
import { loopsOf } from '../loops';
import { reachableStates } from '../reachability';

/**
 * What the states on a way from the start of a scope have together, where they have most; a loop in which a state has any
 * has no most, and neither have ways that are not known.
 */
export function longestWay(scope: Scope, ofState: (state: State) => number): number {
  const graph = graphOf(scope);
  if (graph.isPartial || !graph.start || scope.states.some((state) => state instanceof UnknownState)) return Infinity;
  const weights = new Map([...reachableStates(scope)].map((state) => [state, ofState(state)]));
  const loops = loopsOf(scope).filter((loop) => weights.has(loop[0]!));
  if (loops.some((loop) => loop.some((state) => weights.get(state)! > 0))) return Infinity;
  // Loops in which there is nothing count as one state: their members hand on to one another what they have.
  const loopOf = new Map(
    loops.map((loop) => new Set(loop)).flatMap((loop) => [...loop].map((state) => [state, loop] as const)),
  );
  const membersOf = (state: State): ReadonlySet<State> => loopOf.get(state) ?? new Set([state]);
  const longest = new Map<State, number>();
  const waiting: { readonly state: State; readonly isDone: boolean }[] = [{ state: graph.start, isDone: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { state, isDone } = next;
    if (longest.has(state)) continue;
    const members = membersOf(state);
    const onwards = [...members]
      .flatMap((member) => graph.transitionsFrom(member))
      .flatMap(({ to }) => (to && !members.has(to) ? [to] : []));
    if (!isDone) {
      waiting.push({ state, isDone: true }, ...onwards.map((to) => ({ state: to, isDone: false })));
      continue;
    }
    const rest = onwards.reduce((most, to) => Math.max(most, longest.get(to)!), 0);
    for (const member of members) longest.set(member, weights.get(member)! + rest);
  }
  return longest.get(graph.start)!;
}
