import type { State, StateMachine } from '../../syntax';
import { graphOf } from '../graph/graph';
import { statesBefore } from '../graph/reachability';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import { isKnownOf, namedReadsOf } from './named-reads';
import { mayBring, statesBehind, statesWithout } from './reach-of-results';
import { ResultGivers, type Giver } from './result-givers';
import { dataFor, placeFor } from './result-places';

/** A path that reads a result under a name that no state puts anything under. */
export interface MisnamedResult {
  readonly read: DataRead;
  /** The last state before the read whose result is meant. */
  readonly state: State;
  /** The place that is read: `$.order`. */
  readonly place: string;
  /** Where the result has been put instead, in the language of the reader; undefined if it has been dropped. */
  readonly placedAt: string | undefined;
}

/** Each search goes over the whole machine. */
const maxSearches = 20;

/**
 * What tells that a result is meant is a member that only a result has, the name of a place that nothing reads, or that of
 * what a state finds out. The input of the machine may have such a place as well, so a name counts only where no state has
 * read it before the result, and none can have brought it on any way.
 */
export const misnamedResultsOf = (machine: StateMachine): readonly MisnamedResult[] => machine.once(findMisnamed);

function findMisnamed(machine: StateMachine): readonly MisnamedResult[] {
  const { named, tested } = namedReadsOf(machine);
  if (!(named.size || tested.size) || graphOf(machine).isPartial) return [];
  const givers = new ResultGivers(machine);
  const found = new Map<string, MisnamedResult>();
  let budget = maxSearches;
  // Also a test of what only a result has, `$.order.Item`, asks for it where no state puts one.
  for (const name of new Set([...named.keys(), ...tested.keys()])) {
    const reads = [...(named.get(name) ?? []), ...(tested.get(name) ?? [])];
    for (const read of reads) {
      if (read.state.parent !== machine || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const meant = givers.meantBy(read, name);
      if (!meant.length) continue;
      if (--budget < 0) return [...found.values()];
      const giver = lastBefore(read, name, reads, meant);
      const at = placeOfRead(read);
      if (!giver || found.has(at)) continue;
      const { state, put } = giver;
      const data = dataFor(read);
      const placedAt = put === undefined ? placeFor(read, state) : `${data}.${put}`;
      found.set(at, { read, state, place: `${data}.${name}`, placedAt });
    }
  }
  return [...found.values()];
}

function lastBefore(
  { state: reader }: DataRead,
  name: string,
  reads: readonly DataRead[],
  meant: readonly Giver[],
): Giver | undefined {
  const before = statesBefore(reader);
  if ([...before].some((state) => mayBring(state, name))) return undefined;
  for (const state of before) {
    const giver = meant.find((one) => one.state === state);
    if (!giver || !statesBehind(state, name).has(reader)) continue;
    const without = statesWithout(state);
    if (!reads.some((read) => without.has(read.state))) return giver;
  }
  return undefined;
}
