import { TaskState, type State, type StateMachine } from '../../syntax';
import { graphOf } from '../graph/graph';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import { isKnownOf, namedReadsOf } from './named-reads';
import { mayBring, statesBehind, statesWithout } from './reach-of-results';
import { keepsInput, placeFor, resultNames } from './result-places';

/** A path that reads what only a result has, under a name that no state puts anything under. */
export interface MisnamedResult {
  readonly read: DataRead;
  /** The last Task before the read whose result has such a member. */
  readonly state: State;
  /** The member of the result: `Payload`. */
  readonly member: string;
  /** The place that is read: `$.order`. */
  readonly place: string;
  /** Where the result has been put instead, in the language of the reader; undefined if it has been dropped. */
  readonly placedAt: string | undefined;
}

/** What results are put into, and hardly anything else: a place that has it is one for a result. */
export const envelopes: ReadonlySet<string> = new Set(['Payload', 'Item', 'ResponseBody', 'SdkHttpMetadata']);

/** `$.order.Payload`, `$states.input.order.Payload` */
export const memberUnderName = /^(\$(?:states\.input)?\.\w+)\.(\w+)/;

/** Each search goes over the whole machine. */
const maxSearches = 50;

/**
 * The input of the machine may have such a place as well, so a name counts only where no state has read it before the result, and
 * none can have brought it on any way.
 */
export const misnamedResultsOf = (machine: StateMachine): readonly MisnamedResult[] => machine.once(findMisnamed);

function findMisnamed(machine: StateMachine): readonly MisnamedResult[] {
  const { named } = namedReadsOf(machine);
  if (!named.size || graphOf(machine).isPartial) return [];
  const found = new Map<string, MisnamedResult>();
  let budget = maxSearches;
  for (const [name, reads] of named) {
    for (const read of reads) {
      const [, place, member] = memberUnderName.exec(read.path) ?? [];
      if (place === undefined || member === undefined || !envelopes.has(member)) continue;
      if (read.state.parent !== machine || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      if (--budget < 0) break;
      const state = resultBefore(read, name, member, reads);
      const at = placeOfRead(read);
      if (state && !found.has(at)) found.set(at, { read, state, member, place, placedAt: placeFor(read, state) });
    }
  }
  return [...found.values()];
}

function resultBefore(
  { state: reader }: DataRead,
  name: string,
  member: string,
  reads: readonly DataRead[],
): State | undefined {
  const before = statesBefore(reader);
  if ([...before].some((state) => mayBring(state, name))) return undefined;
  return [...before].find((state) => {
    if (!(state instanceof TaskState) || state.has('ResultSelector') || !keepsInput(state)) return false;
    if (!resultNames(state).includes(member) || !statesBehind(state, name).has(reader)) return false;
    const without = statesWithout(state);
    return !reads.some((read) => without.has(read.state));
  });
}

/** The states that lead to one, the nearest first. */
function statesBefore(state: State): ReadonlySet<State> {
  const graph = graphOf(state.parent);
  const found = new Set(graph.transitionsTo(state).map(({ from }) => from));
  for (const one of found) for (const { from } of graph.transitionsTo(one)) found.add(from);
  return found;
}
