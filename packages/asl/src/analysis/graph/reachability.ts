import { Catcher, ChoiceState, FailState, SucceedState, UnknownState, type Scope, type State } from '../../syntax';
import { graphOf, type Transition } from './graph';

/** The states that some way from StartAt leads to; states with a transition to them that is itself out of reach are not. */
export const reachableStates = (scope: Scope): ReadonlySet<State> => scope.once(findReachable);

const findReachable = (scope: Scope): ReadonlySet<State> => statesFromStart(scope);

/** The states that an execution in which nothing fails can come to: those reachable without any Catch. */
export const statesWithoutFailure = (scope: Scope): ReadonlySet<State> => scope.once(findWithoutFailure);

const findWithoutFailure = (scope: Scope): ReadonlySet<State> => statesFromStart(scope, waysWithoutFailure);

/** Those of them that may lead on to a success: what a Choice turns away to a Fail state, and what is undone before, is none. */
export const statesOfSuccess = (scope: Scope): ReadonlySet<State> => scope.once(findOfSuccess);

function findOfSuccess(scope: Scope): ReadonlySet<State> {
  const withoutFailure = statesWithoutFailure(scope);
  const isSuccess = (state: State): boolean => mayBeTerminal(state) && !(state instanceof FailState);
  const found = new Set([...withoutFailure].filter(isSuccess));
  for (const one of found)
    for (const { from, node } of graphOf(scope).transitionsTo(one))
      if (withoutFailure.has(from) && !(node instanceof Catcher)) found.add(from);
  return found;
}

/** The states that an execution can come to in which one state fails at most: the rest is for failures of what handles one. */
export const statesAfterOneFailure = (scope: Scope): ReadonlySet<State> => scope.once(findAfterOneFailure);

function findAfterOneFailure(scope: Scope): ReadonlySet<State> {
  const without = [...statesWithoutFailure(scope)];
  const caught = without.flatMap((state) => allWaysFrom(state).flatMap(({ to }) => to ?? []));
  return statesFrom([...without, ...caught], waysWithoutFailure);
}

/** The ways out of a state that does not fail. */
export const waysWithoutFailure = (state: State): readonly Transition[] =>
  allWaysFrom(state).filter(({ node }) => !(node instanceof Catcher));

const allWaysFrom = (state: State): readonly Transition[] => graphOf(state.parent).transitionsFrom(state);

/** These states and all that they lead to, breadth first, as far as the ways given go. */
export function statesFrom(
  starts: Iterable<State>,
  waysFrom: (state: State) => readonly Transition[] = allWaysFrom,
): ReadonlySet<State> {
  const reached = new Set(starts);
  for (const state of reached) for (const { to } of waysFrom(state)) if (to) reached.add(to);
  return reached;
}

/** The same from StartAt on. */
export function statesFromStart(
  scope: Scope,
  waysFrom: (state: State) => readonly Transition[] = allWaysFrom,
): ReadonlySet<State> {
  const { start } = graphOf(scope);
  return statesFrom(start ? [start] : [], waysFrom);
}

/** The states that can be reached although the state is never left, and the state itself. */
export const statesWithoutLeaving = (state: State): ReadonlySet<State> =>
  statesFromStart(state.parent, (one) => (one === state ? [] : allWaysFrom(one)));

/** The states that lead to one, the nearest first. */
export function statesBefore(state: State): ReadonlySet<State> {
  const graph = graphOf(state.parent);
  const found = new Set(graph.transitionsTo(state).map(({ from }) => from));
  for (const one of found) for (const { from } of graph.transitionsTo(one)) found.add(from);
  return found;
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
