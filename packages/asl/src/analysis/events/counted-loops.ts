import {
  ChoiceState,
  MapState,
  ParallelState,
  PassState,
  TaskState,
  WaitState,
  type Scope,
  type State,
} from '../../syntax';
import { graphOf } from '../graph/graph';
import { loopsOf } from '../graph/loops';
import { boundsIn, type CountedBound } from './counted-bounds';
import { visitTime } from '../time/visit-time';
import { leastEvents, leastFrom, mostEvents } from './least-events';
import { numberPutsOf, resultPlaceOf, type NumberPut } from './number-puts';

/** A loop that counts its rounds, with what is known of them. */
export interface CountedLoop {
  /** In the order of the text. */
  readonly states: readonly State[];
  /** How often it may be gone round: the least that any of its bounds allows. */
  readonly rounds: number;
  readonly bound: NumberBound;
  /** What each round that counts adds to the history at least. */
  readonly events: number;
  /** Seconds that pass in each round that counts at least. */
  readonly seconds: number;
  /** What counts. */
  readonly counting: State;
}

/** The loops of a scope whose counter begins at a number, takes steps of a number, and is compared with a number. */
export const countedLoopsOf = (scope: Scope): readonly CountedLoop[] => scope.once(findCountedLoops);

function findCountedLoops(scope: Scope): readonly CountedLoop[] {
  if (graphOf(scope).isPartial) return [];
  return loopsOf(scope).flatMap((loop) => {
    const inLoop = new Set(loop);
    const choices = loop.filter((state) => state instanceof ChoiceState);
    const bounds = choices.flatMap((choice) => boundsIn(choice, inLoop)).filter(isOfNumber);
    const counted = bounds.flatMap((bound) => {
      const counter = counterOf(bound.place, scope, inLoop);
      const rounds = counter && roundsOf(bound, counter);
      return rounds === undefined ? [] : [{ bound, rounds, counting: counter!.state }];
    });
    const least = counted.reduce<(typeof counted)[number] | undefined>(
      (best, one) => (best && best.rounds <= one.rounds ? best : one),
      undefined,
    );
    if (!least) return [];
    const states = scope.states.filter((one) => inLoop.has(one));
    const ofRound = (ofState: (state: State) => number) => leastOfRound(least.counting, inLoop, ofState);
    return [{ states, ...least, events: ofRound(leastEvents), seconds: ofRound((state) => visitTime(state).least) }];
  });
}

type NumberBound = CountedBound & { readonly bound: number };

const isOfNumber = (bound: CountedBound): bound is NumberBound => bound.isAlone && typeof bound.bound === 'number';

interface Counter {
  readonly start: number;
  readonly step: number;
  readonly state: State;
}

function counterOf(place: string, scope: Scope, loop: ReadonlySet<State>): Counter | undefined {
  let counter: Omit<Counter, 'start'> | undefined;
  const starts: number[] = [];
  for (const state of scope.states) {
    const puts = numberPutsOf(state).filter((put) => put.place === place);
    if (!loop.has(state)) {
      if (puts.some(({ value }) => value === undefined)) return undefined;
      starts.push(...puts.map(({ value }) => value!));
    } else if (puts.length) {
      const [{ step }, ...others] = puts as [NumberPut, ...NumberPut[]];
      if (counter || others.length || !step) return undefined;
      counter = { step, state };
    } else if (overwrites(state, place)) return undefined;
  }
  if (!counter || !starts.length) return undefined;
  return { ...counter, start: counter.step > 0 ? Math.max(...starts) : Math.min(...starts) };
}

/** Whether a state in JSONPath may put something else where the counter is. */
function overwrites(state: State, place: string): boolean {
  if (!place.startsWith('$.')) return false;
  if (state.has('OutputPath')) return true;
  if (state instanceof PassState && !['Result', 'Parameters', 'InputPath'].some((name) => state.has(name)))
    return false;
  if (![PassState, TaskState, ParallelState, MapState].some((kind) => state instanceof kind)) return false;
  const target = resultPlaceOf(state);
  if (target === undefined) return state.field('ResultPath')?.json !== null;
  return target === '$' || place === target || place.startsWith(`${target}.`) || target.startsWith(`${place}.`);
}

function roundsOf({ bound, isUpper, isIncluded }: NumberBound, { start, step }: Counter): number | undefined {
  if (isUpper !== step > 0) return undefined;
  const distance = (bound - start) / step;
  return Math.max(0, isIncluded ? Math.floor(distance) + 1 : Math.ceil(distance));
}

/** The least that the states have together on a way from the one that counts back to itself. */
function leastOfRound(counting: State, loop: ReadonlySet<State>, ofState: (state: State) => number): number {
  const graph = graphOf(counting.parent);
  const backTo = [...leastFrom(counting, ofState, (state) => loop.has(state))].flatMap(([state, sum]) =>
    graph.transitionsFrom(state).some(({ to }) => to === counting) ? [sum] : [],
  );
  return backTo.length ? Math.min(...backTo) : 0;
}

/**
 * Whether a time limit may end the loop before the history is full. How long its calls take is not known, so one of twice the
 * time that its Waits take until then comes later.
 */
export function mayEndBefore({ states, seconds, events }: CountedLoop, most: number): boolean {
  const waits = states.filter((state) => state instanceof WaitState);
  if (!waits.length) return false;
  const isKnown = waits.every((state) => visitTime(state).most < Infinity);
  return !isKnown || most <= (2 * seconds * mostEvents) / events;
}
