import { Catcher, ChoiceState, PassState, type State, type StateMachine } from '../../syntax';
import { statesBefore } from '../graph/reachability';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import type { Trail } from '../shapes/world';
import { isKnownOf, namedReadsOf } from './named-reads';
import { mayBring } from './reach-of-results';
import { saysFinding } from './place-names';
import { memberReadBy } from './result-members';
import { dataFor, keepsInput, placeFor, resultNames } from './result-places';
import { asksFor, resultsOfFailures } from './results-of-failures';

/** A path that reads the result of a Task on a way that does not come by that Task. */
export interface ResultOfOtherWay {
  /** Its world has the way. */
  readonly read: DataRead;
  /** The Task whose result it is. */
  readonly state: State;
}

/**
 * Only members that nothing but a result has are looked at, or that a ResultSelector selects, and what stands in a place for what somebody
 * finds out (`$.validation`), and ways with one Choice at most: two of them may ask for the same, so
 * that the way around the Task is not the one that leads to the read. On a way by the Catch of an earlier state a Pass that makes
 * the member counts as well: nothing has read that name so far.
 */
export function resultsOfOtherWays(machine: StateMachine): readonly ResultOfOtherWay[] {
  const found = new Map<string, ResultOfOtherWay>();
  const told = new Set(resultsOfFailures(machine).map(({ read }) => placeOfRead(read)));
  for (const [name, reads] of namedReadsOf(machine).named) {
    for (const read of reads) {
      const at = placeOfRead(read);
      if (found.has(at) || told.has(at) || !mayReadResult(read, name, saysFinding)) continue;
      if (read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const way = wayTo(read.world.trail);
      if (
        !way ||
        way.states.some((one) => mayBring(one, name) || asksFor(one, name) || reads.some(({ state }) => state === one))
      )
        continue;
      const state = giverOf(read, reads, name, way);
      if (state) found.set(at, { read, state });
    }
  }
  return [...found.values()];
}

/** Whether what is read may be told from the input of the machine: a member of something, or what somebody finds out. */
export const mayReadResult = ({ path }: DataRead, name: string, isOfResult: SaysOfName): boolean =>
  memberReadBy(path) !== undefined || isOfResult(name);

/** Whether a place is called so that what stands in it is no input. */
type SaysOfName = (name: string) => boolean;

/** Whether the result of a state that keeps its input has what is read, and stands where it is read. */
export function isGiverOf(state: State, read: DataRead, name: string, isOfResult: SaysOfName): boolean {
  if (!isPutWhereRead(state, read, name)) return false;
  if (isOfResult(name) && !(state instanceof PassState)) return true;
  const asked = memberReadBy(read.path);
  if (!asked || !(asked.isOfResult || state.has('ResultSelector'))) return false;
  return resultNames(state).includes(asked.member);
}

interface Way {
  readonly states: readonly State[];
  /** Whether it comes by the Catch of one of the states. */
  readonly isCaught: boolean;
}

/** The states before the read; undefined where there are none, and where several Choices and failures may belong together. */
function wayTo(trail: Trail | undefined): Way | undefined {
  const states: State[] = [];
  let failures = 0;
  for (let step = trail; step; step = step.before) {
    if (step.transition.node instanceof Catcher) failures += 1;
    states.push(step.transition.from);
  }
  const choices = states.filter((state) => state instanceof ChoiceState);
  return choices.length + failures === 1 ? { states, isCaught: failures > 0 } : undefined;
}

/** The state on another way to the same read that puts its result there. */
function giverOf(read: DataRead, reads: readonly DataRead[], name: string, { isCaught }: Way): State | undefined {
  for (const other of reads) {
    if (other.expression !== read.expression || other.span.start !== read.span.start || !isKnownOf(other, name))
      continue;
    for (let step = other.world.trail; step; step = step.before) {
      const { from } = step.transition;
      if (!keepsInput(from) || !mayBring(from, name)) continue;
      if (isGiverOf(from, read, name, saysFinding)) return from;
      return isCaught && makes(from, read, name) && !isReadBefore(from, reads, read) ? from : undefined;
    }
  }
  return undefined;
}

/** Whether a Pass has written out what is read. */
function makes(state: State, read: DataRead, name: string): boolean {
  const asked = memberReadBy(read.path);
  if (!(state instanceof PassState) || !asked || !isPutWhereRead(state, read, name)) return false;
  return resultNames(state).includes(asked.member);
}

const isPutWhereRead = (state: State, read: DataRead, name: string): boolean =>
  placeFor(read, state) === `${dataFor(read)}.${name}`;

/** Whether that name is read before the state gives it, so that the input of the machine may have it, too. */
function isReadBefore(giver: State, reads: readonly DataRead[], read: DataRead): boolean {
  const before = statesBefore(giver);
  return reads.some(({ state }) => state !== read.state && (state === giver || before.has(state)));
}
