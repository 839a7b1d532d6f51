import { ChoiceState, FailState, type Scope, type State } from '../../syntax';
import { graphOf } from '../graph/graph';
import { exitsOf, loopsOf } from '../graph/loops';
import { mayBeTerminal, statesFromStart } from '../graph/reachability';
import { boundsIn, comparedIn } from './counted-bounds';
import { counterOf, isOfNumber, roundsOf, type NumberBound } from './counters';
import { leastEvents, leastFrom } from './least-events';
import { numberPutsOf } from './number-puts';

/** A loop that counts its rounds, with what is known of them. */
export interface CountedLoop {
  /** In the order of the text. */
  readonly states: readonly State[];
  /** How often it may be gone round: the least that any of its bounds allows. */
  readonly rounds: number;
  readonly bound: NumberBound;
  /** What each round that counts adds to the history at least, with all rounds of a loop inside. */
  readonly events: number;
  /** What counts. */
  readonly counting: State;
  /** The loop inside of which each round goes through all rounds; of several the one that adds most to the history. */
  readonly inner: CountedLoop | undefined;
}

/** The loops of a scope whose counter begins at a number, takes steps of a number, and is compared with a number; also those inside others. */
export const countedLoopsOf = (scope: Scope): readonly CountedLoop[] => scope.once(findCountedLoops);

function findCountedLoops(scope: Scope): readonly CountedLoop[] {
  if (graphOf(scope).isPartial) return [];
  return loopsOf(scope).flatMap((loop) => countedIn(scope, loop, mostNested));
}

/** Loops deeper inside others, and further places that a loop compares, are not looked at: the search stays short. */
const mostNested = 2;
const mostPlaces = 8;

/** The loop if it is counted, and those of its parts that are. */
function countedIn(scope: Scope, loop: readonly State[], depth: number): readonly CountedLoop[] {
  const inLoop = new Set(loop);
  const choices = loop.filter((state) => state instanceof ChoiceState);
  const bounds = choices.flatMap((choice) => boundsIn(choice, inLoop)).filter(isOfNumber);
  const compared = choices.flatMap((choice) => comparedIn(choice, inLoop)).filter(isOfNumber);
  const inner =
    depth > 0 ? loopsInside(scope, inLoop, compared).flatMap((one) => countedIn(scope, one, depth - 1)) : [];
  const counted = bounds.flatMap((bound) => {
    const counter = counterOf(bound.place, scope, inLoop);
    const rounds = counter && roundsOf(bound, counter);
    return rounds === undefined ? [] : [{ bound, rounds, counting: counter!.state }];
  });
  const least = counted.reduce<(typeof counted)[number] | undefined>(
    (best, one) => (best && best.rounds <= one.rounds ? best : one),
    undefined,
  );
  if (!least) return inner;
  const states = scope.states.filter((one) => inLoop.has(one));
  const [repeated] = inner
    .filter((one) => isLeftAtBound(one, inLoop) && isOnEachWayRound(one, least.counting, inLoop))
    .sort((left, right) => furtherEvents(right) - furtherEvents(left));
  const further = repeated ? furtherEvents(repeated) : 0;
  const round = { states, counting: least.counting };
  return [{ states, ...least, events: leastOfRound(round, leastEvents) + further, inner: repeated }, ...inner];
}

/** What the rounds after the first one add to the history. */
const furtherEvents = ({ rounds, events }: CountedLoop): number => (rounds - 1) * events;

/** What still goes round when the states are taken away that set what is compared: a counter begins anew in each outer round. */
function loopsInside(scope: Scope, loop: ReadonlySet<State>, bounds: readonly NumberBound[]): readonly State[][] {
  const found = new Map<State, State[]>();
  for (const place of [...new Set(bounds.map((bound) => bound.place))].slice(0, mostPlaces)) {
    const sets = [...loop].filter((state) =>
      numberPutsOf(state).some((put) => put.place === place && put.value !== undefined),
    );
    if (!sets.length) continue;
    for (const inner of loopsOf(scope, (state) => loop.has(state) && !sets.includes(state)))
      found.set(inner[0]!, [...inner]);
  }
  return [...found.values()];
}

/** Whether only the bound lets the loop end, where the execution goes on with these states. */
function isLeftAtBound({ states, bound }: CountedLoop, around: ReadonlySet<State>): boolean {
  const exits = exitsOf(states).filter(({ to }) => to && around.has(to));
  return exits.length === 1 && exits.every(({ from }) => isBoundOf(from, states, bound));
}

const isBoundOf = (state: State, loop: readonly State[], bound: NumberBound): boolean =>
  state instanceof ChoiceState && boundsIn(state, new Set(loop)).some(({ at }) => at === bound.at);

/** Whether there is no way round, from the state that counts back to it, without the inner loop. */
function isOnEachWayRound({ states }: CountedLoop, counting: State, loop: ReadonlySet<State>): boolean {
  const others = loopsOf(counting.parent, (state) => loop.has(state) && !states.includes(state));
  return !states.includes(counting) && !others.some((other) => other.includes(counting));
}

/** What the loops of a scope add to the history after their first rounds, where whoever comes to its end has gone through all of them. */
export function eventsOfFurtherRounds(scope: Scope): number {
  const all = new Set(scope.states);
  const passed = countedLoopsOf(scope).filter((loop) => isLeftAtBound(loop, all) && isOnEachWay(loop, scope));
  return Math.max(0, ...passed.map(furtherEvents));
}

function isOnEachWay({ states }: CountedLoop, scope: Scope): boolean {
  const graph = graphOf(scope);
  if (!graph.start || states.includes(graph.start)) return true;
  const around = statesFromStart(scope, (state) =>
    graph.transitionsFrom(state).filter(({ to }) => !to || !states.includes(to)),
  );
  return ![...around].some((state) => mayBeTerminal(state) && !(state instanceof FailState));
}

/** The least that the states of a loop have together on a way from the one that counts back to itself. */
export function leastOfRound(
  { states, counting }: Pick<CountedLoop, 'states' | 'counting'>,
  ofState: (state: State) => number,
): number {
  const graph = graphOf(counting.parent);
  const inLoop = new Set(states);
  const backTo = [...leastFrom(counting, ofState, (state) => inLoop.has(state))].flatMap(([state, sum]) =>
    graph.transitionsFrom(state).some(({ to }) => to === counting) ? [sum] : [],
  );
  return backTo.length ? Math.min(...backTo) : 0;
}
