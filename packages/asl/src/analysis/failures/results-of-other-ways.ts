import { Catcher, ChoiceState, type State, type StateMachine } from '../../syntax';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import type { Trail } from '../shapes/world';
import { isKnownOf, namedReadsOf } from './named-reads';
import { mayBring } from './reach-of-results';
import { memberReadBy, type MemberUnderName } from './result-members';
import { keepsInput, placeFor, resultNames } from './result-places';
import { asksFor } from './results-of-failures';

/** A path that reads the result of a Task on a way that does not come by that Task. */
export interface ResultOfOtherWay {
  /** Its world has the way. */
  readonly read: DataRead;
  /** The Task whose result it is. */
  readonly state: State;
}

/**
 * Only members that nothing but a result has are looked at, or that a ResultSelector selects, and ways with one Choice at most: two of them may ask for the same, so
 * that the way around the Task is not the one that leads to the read.
 */
export function resultsOfOtherWays(machine: StateMachine): readonly ResultOfOtherWay[] {
  const found = new Map<string, ResultOfOtherWay>();
  for (const [name, reads] of namedReadsOf(machine).named) {
    for (const read of reads) {
      const asked = memberReadBy(read.path);
      const at = placeOfRead(read);
      if (!asked || found.has(at)) continue;
      if (read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const way = statesOn(read.world.trail);
      if (
        !way ||
        way.some((one) => mayBring(one, name) || asksFor(one, name) || reads.some(({ state }) => state === one))
      )
        continue;
      const state = giverOf(read, reads, name, asked);
      if (state) found.set(at, { read, state });
    }
  }
  return [...found.values()];
}

/** Whether the result of a state that keeps its input has what is read, and stands where it is read. */
export function isGiverOf(state: State, read: DataRead, { place, member, isOfResult }: MemberUnderName): boolean {
  if (!isOfResult && !state.has('ResultSelector')) return false;
  return place === placeFor(read, state) && resultNames(state).includes(member);
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
function giverOf(read: DataRead, reads: readonly DataRead[], name: string, asked: MemberUnderName): State | undefined {
  for (const other of reads) {
    if (other.expression !== read.expression || other.span.start !== read.span.start || !isKnownOf(other, name))
      continue;
    for (let step = other.world.trail; step; step = step.before) {
      const { from } = step.transition;
      if (keepsInput(from) && mayBring(from, name)) return isGiverOf(from, read, asked) ? from : undefined;
    }
  }
  return undefined;
}
