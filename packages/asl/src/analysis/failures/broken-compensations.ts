import { FailState, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import {
  mayBeTerminal,
  reachableStates,
  statesFrom,
  statesWithoutFailure,
  waysWithoutFailure,
} from '../graph/reachability';
import { isCalledUndoing } from '../texts/action-names';
import { isErrorRead } from './error-reads';
import { catchesAnyError } from './success-after-failure';

/** A Catch of what undoes something after a failure, which leads past what is undone next. */
export interface BrokenCompensation {
  readonly caught: Transition;
  /** What would be undone next. */
  readonly undo: State;
}

/**
 * The Catchers of any error by which what undoes something after a failure comes to the same failure as when all is undone, but past
 * something that is undone on that way: it stands, and nobody learns of it. A Catch that leads to a state of its own, such as an alarm or
 * another Fail, is left out, and so is one whose error something behind reads.
 */
export function brokenCompensations(scope: Scope): readonly BrokenCompensation[] {
  const graph = graphOf(scope);
  if (graph.isPartial || !scope.states.some(isCalledUndoing)) return [];
  const reachable = reachableStates(scope);
  return graph.transitions.flatMap((caught): BrokenCompensation[] => {
    const { from, to } = caught;
    if (!to || !undoesAfterFailure(from) || !reachable.has(from) || !catchesAnyError(caught)) return [];
    const afterFailure = statesFrom([to], waysWithoutFailure);
    const undo = undoneBehind(from, (state) => !afterFailure.has(state));
    const afterSuccess = statesBehind(from);
    if (!undo || ![...afterFailure].every((state) => afterSuccess.has(state) && mayOnlyFail(state))) return [];
    return isErrorRead(caught) ? [] : [{ caught, undo }];
  });
}

/** What is undone next behind a state that undoes something after a failure. */
export const undoneBehind = (state: State, isMeant: (undo: State) => boolean = () => true): State | undefined =>
  undoesAfterFailure(state)
    ? [...statesBehind(state)].find((one) => one !== state && undoesAfterFailure(one) && isMeant(one))
    : undefined;

const undoesAfterFailure = (state: State): boolean =>
  isCalledUndoing(state) && !statesWithoutFailure(state.parent).has(state);

/** What an execution comes to behind a state if nothing more fails. */
const statesBehind = (state: State): ReadonlySet<State> =>
  statesFrom(
    waysWithoutFailure(state).flatMap(({ to }) => to ?? []),
    waysWithoutFailure,
  );

const mayOnlyFail = (state: State): boolean => state instanceof FailState || !mayBeTerminal(state);
