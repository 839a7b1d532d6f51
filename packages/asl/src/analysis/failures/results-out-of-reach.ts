import { ParallelState, PassState, statesOf, type AslNode, type State, type StateMachine } from '../../syntax';
import { graphOf } from '../graph/graph';
import { statesBefore } from '../graph/reachability';
import { grouped } from '../grouped';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import { isKnownOf, namedReadsOf } from './named-reads';
import { saysResult } from './place-names';
import { mayBring } from './reach-of-results';
import { keepsInput, namesPut } from './result-places';
import { asksFor } from './results-of-failures';
import { isGiverOf, mayReadResult, type ResultOfOtherWay } from './results-of-other-ways';

/**
 * Paths to the result of a state that no way to the reader comes by: a later one, one in another branch, one behind the other rules of a
 * Choice. The input of the machine may have the same place, so what a state before has read there, or can have brought, is left out.
 */
export const resultsOutOfReach = (machine: StateMachine): readonly ResultOfOtherWay[] => machine.once(findOutOfReach);

/** Each search goes over the scopes around a state. */
const maxSearches = 100;

function findOutOfReach(machine: StateMachine): readonly ResultOfOtherWay[] {
  const { named } = namedReadsOf(machine);
  if (!named.size) return [];
  const giving = grouped([...statesOf(machine)].filter(hasResult), namesPut);
  const found = new Map<string, ResultOfOtherWay>();
  let budget = maxSearches;
  for (const [name, reads] of named) {
    const givers = giving.get(name) ?? [];
    for (const read of reads) {
      if (
        !givers.length ||
        !mayReadResult(read, name, saysResult) ||
        read.reading.missing !== 'possible' ||
        isKnownOf(read, name)
      )
        continue;
      const meant = givers.filter((state) => state !== read.state && isGiverOf(state, read, name, saysResult));
      if (!meant.length || found.has(placeOfRead(read)) || --budget < 0) continue;
      const before = statesAround(read);
      if (!before || [...before].some((one) => mayShow(one, name, reads))) continue;
      const state = meant.find((one) => !before.has(one));
      if (state) found.set(placeOfRead(read), { read, state });
    }
  }
  return [...found.values()];
}

/** What a Pass puts somewhere may as well be a copy of what other inputs have there. */
const hasResult = (state: State): boolean => !(state instanceof PassState) && keepsInput(state);

/** Whether a state tells of something in that place, or may put it there. */
const mayShow = (state: State, name: string, reads: readonly DataRead[]): boolean =>
  mayBring(state, name) || asksFor(state, name) || reads.some((read) => read.state === state);

/** The states that lead to the reader, in its scope and to the Parallels around it; undefined where its data comes from elsewhere. */
function statesAround({ state: reader }: DataRead): ReadonlySet<State> | undefined {
  const found = new Set<State>();
  for (let state: State | undefined = reader; state;) {
    if (graphOf(state.parent).isPartial) return undefined;
    for (const one of statesBefore(state)) found.add(one);
    const around: AslNode | undefined = state.parent.parent;
    if (around && !(around instanceof ParallelState && handsOnInput(around))) return undefined;
    state = around;
  }
  return found;
}

/** Whether the branches get what the Parallel gets. */
const handsOnInput = (state: ParallelState): boolean =>
  !['InputPath', 'Parameters', 'Arguments'].some((name) => state.has(name));
