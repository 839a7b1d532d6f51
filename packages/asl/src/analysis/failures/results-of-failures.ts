import { Catcher, ChoiceState, ownNodesOf, type State, type StateMachine } from '../../syntax';
import { nameAtTop, namedReadsOf, isKnownOf } from './named-reads';
import { waysWithout } from './reach-of-results';
import { graphOf } from '../graph/graph';
import { statesBefore, statesFrom, statesWithoutLeaving } from '../graph/reachability';
import { membersOfResult } from '../shapes/handed-on';
import { placeOfRead, type DataRead } from '../shapes/data-read';

/** A path that reads the result of a state where that state has failed, and has given none. */
export interface ResultOfFailure {
  readonly read: DataRead;
  readonly state: State;
}

/** Each search goes over a whole scope. */
const maxSearches = 100;

/**
 * Reads, behind the Catch of a state, of what only its result brings: by the place where its ResultPath puts it, by the
 * members that its Output makes of it. What has been read there before, what another state puts there, and what a Choice has
 * asked for is left out.
 */
export const resultsOfFailures = (machine: StateMachine): readonly ResultOfFailure[] => machine.once(findOfFailures);

function findOfFailures(machine: StateMachine): readonly ResultOfFailure[] {
  const { named, scopes } = namedReadsOf(machine);
  const found = new Map<string, ResultOfFailure>();
  let budget = maxSearches;
  for (const scope of scopes) {
    for (const state of scope.states) {
      if (!state.has('Catch')) continue;
      const names = namesOfResult(state).filter((name) => named.has(name));
      if (!names.length || --budget < 0) continue;
      const before = statesWithoutLeaving(state);
      for (const name of names) {
        const reads = named.get(name)!;
        const behind = statesBehindCatch(state, name);
        if (reads.some((read) => before.has(read.state) && !isOnlyHandler(read.state, state, behind))) continue;
        for (const read of reads) {
          if (!behind.has(read.state) || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
          const place = placeOfRead(read);
          if (!found.has(place)) found.set(place, { read, state });
        }
      }
    }
  }
  return [...found.values()];
}

/** Whether one comes to the state that reads only after a failure: a handler of several states shows nothing of their input. */
const isOnlyHandler = (reader: State, failed: State, behind: ReadonlySet<State>): boolean =>
  behind.has(reader) && !statesBefore(failed).has(reader);

/** The names at the top of the data that only the result of the state brings. */
function namesOfResult(state: State): readonly string[] {
  if (state.queryLanguage === 'JSONata') return membersOfResult(state);
  const [expression] = state.field('ResultPath')?.expressions ?? [];
  const name = expression && nameAtTop(expression);
  return name === undefined ? [] : [name];
}

function statesBehindCatch(from: State, name: string): ReadonlySet<State> {
  if (graphOf(from.parent).isPartial) return new Set();
  const caught = waysWithout(from, name).filter(({ node }) => node instanceof Catcher);
  return statesFrom(
    caught.flatMap(({ to }) => to ?? []),
    (state) => (state === from || asksFor(state, name) ? [] : waysWithout(state, name)),
  );
}

/** Whether it is a Choice in JSONata that looks for it: what it shows of data that may be anything is not followed. */
export function asksFor(state: State, name: string): boolean {
  if (!(state instanceof ChoiceState) || state.queryLanguage !== 'JSONata') return false;
  return ownNodesOf(state).some(({ fields }) =>
    fields.some(({ expressions }) => expressions.some(({ text }) => text?.split(/\W+/).includes(name))),
  );
}
