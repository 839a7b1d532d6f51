import { Catcher, ChoiceState, type State, type StateMachine } from '../../syntax';
import { graphOf } from '../graph/graph';
import { statesWithoutLeaving } from '../graph/reachability';
import { placeOfRead, type DataRead } from '../shapes/data-read';
import type { Trail } from '../shapes/world';
import { placeOfErrorBy } from './misplaced-errors';
import { isKnownOf, namedReadsOf } from './named-reads';
import { mayBringOnWay } from './reach-of-results';

/** A path to an error output that is read where the state has not failed. */
export interface ErrorWithoutFailure {
  /** Its world has the way. */
  readonly read: DataRead;
  /** The state whose Catch would have put the error output there. */
  readonly state: State;
}

/** `$.error.Cause`, `$states.input.error.Cause` */
const readsError = /^\$(?:states\.input)?\.\w+\.(?:Error|Cause)$/;

/**
 * Reads of an error output on a way on which nothing has failed. A Choice between the state and the read may ask for what
 * only a failure brings, and where the name is read before the state, the input of the machine may tell of an error itself: both are
 * left out.
 */
export function errorsWithoutFailure(machine: StateMachine): readonly ErrorWithoutFailure[] {
  const found = new Map<string, ErrorWithoutFailure>();
  for (const [name, reads] of namedReadsOf(machine).named) {
    for (const read of reads) {
      const at = placeOfRead(read);
      if (!read.mustFind || !readsError.test(read.path) || found.has(at)) continue;
      if (read.reading.missing !== 'possible' || isKnownOf(read, name)) continue;
      const state = catchingStateOn(read.world.trail, name);
      const before = state && statesWithoutLeaving(state);
      if (before && !reads.some((other) => before.has(other.state))) found.set(at, { read, state });
    }
  }
  return [...found.values()];
}

/** The last state before the read that would have put its error there; undefined where something else may be there. */
function catchingStateOn(trail: Trail | undefined, name: string): State | undefined {
  let found: State | undefined;
  for (let step = trail; step; step = step.before) {
    const { node, from } = step.transition;
    if (node instanceof Catcher || mayBringOnWay(step.transition, name)) return undefined;
    if (from instanceof ChoiceState && !found) return undefined;
    if (!found && hasCatchTo(from, name)) found = from;
  }
  return found;
}

const hasCatchTo = (state: State, name: string): boolean =>
  graphOf(state.parent)
    .transitionsFrom(state)
    .some(({ node }) => node instanceof Catcher && isUnder(name, placeOfErrorBy(node)?.at));

const isUnder = (name: string, place: string | undefined): boolean =>
  place === `$.${name}` || place === `$states.input.${name}`;
