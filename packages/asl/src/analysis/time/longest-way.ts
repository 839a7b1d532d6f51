import { UnknownState, type Scope, type State } from '../../syntax';
import { graphOf } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { reachableStates } from '../graph/reachability';

/**
 * What the states on a way from the start of a scope have together, where they have most; a loop in which a state has any
 * has no most, and neither have ways that are not known.
 */
export function longestWay(scope: Scope, ofState: (state: State) => number): number {
  const ways = longestWays(scope, ofState);
  return ways ? [...ways.values()].reduce((most, { after }) => Math.max(most, after), 0) : Infinity;
}

/** What the states on the longest way to a state have together, without that state and with it. */
export interface LongestWay {
  readonly before: number;
  readonly after: number;
}

/**
 * For each state that can be reached, the longest way to it; in and behind a loop all of its rounds are in it, Infinity where
 * it may be gone round for ever. Undefined where not all ways are known.
 */
export function longestWays(
  scope: Scope,
  ofState: (state: State) => number,
  roundsOf: (loop: readonly State[]) => number = () => Infinity,
): ReadonlyMap<State, LongestWay> | undefined {
  const graph = graphOf(scope);
  if (graph.isPartial || !graph.start || scope.states.some((state) => state instanceof UnknownState)) return undefined;
  const weights = new Map([...reachableStates(scope)].map((state) => [state, ofState(state)]));
  const loops = loopsOf(scope).filter((loop) => weights.has(loop[0]!));
  // The members of a loop count as one state: with a weight each round adds it, without they have none to add.
  const loopOf = new Map(
    loops.map((loop) => new Set(loop)).flatMap((loop) => [...loop].map((state) => [state, loop] as const)),
  );
  const longest = new Map<State, LongestWay>();
  const waiting = [...weights.keys()].map((state) => ({ state, isDone: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { state, isDone } = next;
    if (longest.has(state)) continue;
    const members = loopOf.get(state) ?? new Set([state]);
    const leading = [...members]
      .flatMap((member) => graph.transitionsTo(member))
      .flatMap(({ from }) => (weights.has(from) && !members.has(from) ? [from] : []));
    if (!isDone) {
      waiting.push({ state, isDone: true }, ...leading.map((from) => ({ state: from, isDone: false })));
      continue;
    }
    const round = loopOf.has(state) ? [...members].reduce((sum, member) => sum + weights.get(member)!, 0) : 0;
    const rounds = round > 0 ? round * roundsOf([...members]) : 0;
    const before = leading.reduce((most, from) => Math.max(most, longest.get(from)!.after), 0) + rounds;
    for (const member of members) longest.set(member, { before, after: before + weights.get(member)! });
  }
  return longest;
}
