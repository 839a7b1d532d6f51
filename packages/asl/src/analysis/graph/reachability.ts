import { Catcher, ChoiceState, FailState, SucceedState, UnknownState, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from './graph';

/** The states that some way from StartAt leads to; states with a transition to them that is itself out of reach are not. */
export const reachableStates = (scope: Scope): ReadonlySet<State> => scope.once(findReachable);

const findReachable = (scope: Scope): ReadonlySet<State> => statesReachedBy(scope, () => true);

/** The states that an execution in which nothing fails can come to: those reachable without any Catch. */
export const statesWithoutFailure = (scope: Scope): ReadonlySet<State> => scope.once(findWithoutFailure);

const findWithoutFailure = (scope: Scope): ReadonlySet<State> =>
  statesReachedBy(scope, ({ node }) => !(node instanceof Catcher));

function statesReachedBy(scope: Scope, follows: (transition: Transition) => boolean): ReadonlySet<State> {
  const graph = graphOf(scope);
  const reached = new Set<State>(graph.start ? [graph.start] : []);
  for (const state of reached) {
    for (const transition of graph.transitionsFrom(state))
      if (transition.to && follows(transition)) reached.add(transition.to);
  }
  return reached;
}

/** Whether the scope can end in this state: Succeed, Fail, or End: true. */
export function isTerminal(state: State): boolean {
  if (state instanceof SucceedState || state instanceof FailState) return true;
  if (state instanceof ChoiceState) return false;
  return state.field('End')?.json === true;
}

/** Whether the state may turn out to be terminal once placeholders are known, or a misspelt Type is mended. */
export const mayBeTerminal = (state: State): boolean =>
  state instanceof UnknownState ||
  isTerminal(state) ||
  state.field('End')?.isUnknown === true ||
  state.hasUnknownFields;
