import { TaskState, type State, type StateMachine } from '../../syntax';
import { graphOf } from '../graph/graph';
import { dataFlowOf } from '../shapes/data-flow';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import { isKnownOf, namedReadsOf } from './named-reads';
import { areMeantAsOne, isFindingOf } from './place-names';
import { mayBring, statesBehind, statesWithout } from './reach-of-results';
import { resultMemberIn } from './result-members';
import { dropsResult, keepsInput, namesPut, placeFor, resultNames } from './result-places';

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
const maxSearches = 50;

/**
 * What tells that a result is meant is a member that only a result has, the name of a place that nothing reads, or that of
 * what a state finds out. The input of the machine may have such a place as well, so a name counts only where no state has
 * read it before the result, and none can have brought it on any way.
 */
export const misnamedResultsOf = (machine: StateMachine): readonly MisnamedResult[] => machine.once(findMisnamed);

function findMisnamed(machine: StateMachine): readonly MisnamedResult[] {
  const { named } = namedReadsOf(machine);
  if (!named.size || graphOf(machine).isPartial) return [];
  const givers = machine.states.filter(keepsInput);
  if (!givers.length) return [];
  const isRead = readNames(machine);
  const found = new Map<string, MisnamedResult>();
  let budget = maxSearches;
  for (const [name, reads] of named) {
    for (const read of reads) {
      if (read.state.parent !== machine || read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const meant = givers.filter((state) => isMeant(read, name, state, isRead));
      if (!meant.length || --budget < 0) continue;
      const state = lastBefore(read, name, reads, meant);
      const at = placeOfRead(read);
      if (!state || found.has(at)) continue;
      const data = read.expression.kind === 'jsonata' ? '$states.input' : '$';
      const put = unreadName(read, name, state, isRead);
      const placedAt = put === undefined ? placeFor(read, state) : `${data}.${put}`;
      found.set(at, { read, state, place: `${data}.${name}`, placedAt });
    }
  }
  return [...found.values()];
}

/** Whether a path would read the result of the state if that were under the name. */
function isMeant(read: DataRead, name: string, state: State, isRead: ReadonlySet<string>): boolean {
  if (unreadName(read, name, state, isRead) !== undefined) return true;
  if (!(state instanceof TaskState)) return false;
  if (dropsResult(state) && isFindingOf(name, state.name)) return true;
  const asked = resultMemberIn(read.path);
  return asked !== undefined && !state.has('ResultSelector') && resultNames(state).includes(asked.member);
}

/** What the state puts something under and nothing reads, where that is a name like the one read, or what it puts there has the member read. */
function unreadName({ path }: DataRead, name: string, state: State, isRead: ReadonlySet<string>): string | undefined {
  const unread = namesPut(state).filter((put) => !isRead.has(put));
  if (!unread.length) return undefined;
  const member = memberOf(path);
  const hasMember = member !== undefined && resultNames(state).includes(member);
  return unread.find((put) => hasMember || areMeantAsOne(name, put));
}

/** `id` of `$.order.id` and of `$states.input.order.id`. */
const memberOf = (path: string): string | undefined => /^\$(?:states\.input)?\.\w+\.(\w+)/.exec(path)?.[1];

/** All names at the top of the data that something reads, be it to ask for them. */
function readNames(machine: StateMachine): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { path } of dataFlowOf(machine).reads) {
    const name = /^\$(?:states\.input)?\.(\w+)/.exec(path)?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}

function lastBefore(
  { state: reader }: DataRead,
  name: string,
  reads: readonly DataRead[],
  meant: readonly State[],
): State | undefined {
  const before = statesBefore(reader);
  if ([...before].some((state) => mayBring(state, name))) return undefined;
  return [...before].find((state) => {
    if (!meant.includes(state) || !statesBehind(state, name).has(reader)) return false;
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
