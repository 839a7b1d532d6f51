import { memberAt } from '../../services/idempotency/parameters';
import { Catcher, PassState, TaskState, WaitState, type Scope, type State } from '../../syntax';
import { runsUnknownCode } from '../calls/effects';
import { onlyTells, waitsForAnswer } from '../calls/tellings';
import { graphOf, type Transition } from '../graph/graph';
import { reachableStates } from '../graph/reachability';
import { catchesAnyError } from './success-after-failure';

/**
 * The Catchers of any error, or of timeouts, that lead back to their own state, past nothing that could end the row: it is tried
 * again for ever.
 */
export function endlessRetries(scope: Scope): readonly Transition[] {
  const reachable = reachableStates(scope);
  return graphOf(scope).transitions.filter(
    (caught) =>
      caught.node instanceof Catcher &&
      reachable.has(caught.from) &&
      (catchesAnyError(caught) || catchesTimeout(caught.node)) &&
      leadsBack(caught),
  );
}

const catchesTimeout = ({ errorEquals }: Catcher): boolean => errorEquals.includes('States.Timeout');

function leadsBack({ from, to }: Transition): boolean {
  const passed = new Set<State>();
  for (let state = to; state && !passed.has(state); state = onlyNext(state)) {
    if (state === from) return true;
    passed.add(state);
  }
  return false;
}

const onlyNext = (state: State): State | undefined =>
  state instanceof WaitState || state instanceof PassState || (state instanceof TaskState && countsNothing(state))
    ? graphOf(state.parent)
        .transitionsFrom(state)
        .find(({ node }) => node === state)?.to
    : undefined;

/** Code may count how often it is called and fail in the end, a condition may do so, and whoever is asked may say no. */
const countsNothing = (task: TaskState): boolean =>
  !waitsForAnswer(task) &&
  (onlyTells(task) || (!runsUnknownCode(task) && memberAt(task.callParameters, 'ConditionExpression').is === 'absent'));
