import { MapState, ParallelState, PassState, TaskState, type Scope, type State } from '../../syntax';
import type { CountedBound } from './counted-bounds';
import { numberPutsOf, resultPlaceOf, type NumberPut } from './number-puts';

/** A bound that is a number, and that decides alone. */
export type NumberBound = CountedBound & { readonly bound: number };

export const isOfNumber = (bound: CountedBound): bound is NumberBound =>
  bound.isAlone && typeof bound.bound === 'number';

/** What the rounds of a loop are counted with: a number, and another one that a state of the loop adds. */
export interface Counter {
  readonly start: number;
  readonly step: number;
  readonly state: State;
}

/** The counter at a place, if it begins with numbers only and one state of the loop counts it by a number. */
export function counterOf(place: string, scope: Scope, loop: ReadonlySet<State>): Counter | undefined {
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

/** How often the loop is gone round until the counter comes to the bound; undefined if it goes away from it. */
export function roundsOf({ bound, isUpper, isIncluded }: NumberBound, { start, step }: Counter): number | undefined {
  if (isUpper !== step > 0) return undefined;
  const distance = (bound - start) / step;
  return Math.max(0, isIncluded ? Math.floor(distance) + 1 : Math.ceil(distance));
}
