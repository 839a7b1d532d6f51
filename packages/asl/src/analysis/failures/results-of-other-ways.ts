import { Catcher, ChoiceState, PassState, type State, type StateMachine } from '../../syntax';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import type { Trail } from '../shapes/world';
import { isKnownOf, namedReadsOf } from './named-reads';
import { mayBring } from './reach-of-results';
import { saysFinding } from './place-names';
import { memberReadBy } from './result-members';
import { dataFor, keepsInput, placeFor, resultNames } from './result-places';
import { asksFor } from './results-of-failures';

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
 * that the way around the Task is not the one that leads to the read.
 */
export function resultsOfOtherWays(machine: StateMachine): readonly ResultOfOtherWay[] {
  const found = new Map<string, ResultOfOtherWay>();
  for (const [name, reads] of namedReadsOf(machine).named) {
    for (const read of reads) {
      const at = placeOfRead(read);
      if (found.has(at) || !mayReadResult(read, name, saysFinding)) continue;
      if (read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const way = statesOn(read.world.trail);
      if (
        !way ||
        way.some((one) => mayBring(one, name) || asksFor(one, name) || reads.some(({ state }) => state === one))
      )
        continue;
      const state = giverOf(read, reads, name);
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
  if (placeFor(read, state) !== `${dataFor(read)}.${name}`) return false;
  if (isOfResult(name) && !(state instanceof PassState)) return true;
  const asked = memberReadBy(read.path);
  if (!asked || !(asked.isOfResult || state.has('ResultSelector'))) return false;
  return resultNames(state).includes(asked.member);
}

/** The states before the read; undefined where there are none, where one has failed, and where several Choices may belong together. */
function statesOn(trail: Trail | undefined): readonly State[] | undefined {
  const states: State[] = [];
  for (let step = trail; step; step = step.before) {
    if (step.transition.node instanceof Catcher) return undefined;
    states.push(step.transition.from);
  }
  const choices = states.filter((state) => state instanceof ChoiceState);
  return choices.length === 1 ? states : undefined;
}

/** The Task on another way to the same read that puts its result there. */
function giverOf(read: DataRead, reads: readonly DataRead[], name: string): State | undefined {
  for (const other of reads) {
    if (other.expression !== read.expression || other.span.start !== read.span.start || !isKnownOf(other, name))
      continue;
    for (let step = other.world.trail; step; step = step.before) {
      const { from } = step.transition;
      if (keepsInput(from) && mayBring(from, name)) return isGiverOf(from, read, name, saysFinding) ? from : undefined;
    }
  }
  return undefined;
}
