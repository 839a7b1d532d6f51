import { Catcher, PassState, WaitState, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { reachableStates } from '../graph/reachability';
import { catchesAnyError } from './success-after-failure';

/** The Catchers of any error, or of timeouts, that lead back to their own state, past nothing but Wait and Pass: it is tried again for ever. */
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
  state instanceof WaitState || state instanceof PassState
    ? graphOf(state.parent).transitionsFrom(state)[0]?.to
    : undefined;
