import { Catcher, MapState, ParallelState, TaskState, type Scope, type State } from '../../syntax';
import { onlyTells } from '../calls/tellings';
import { graphOf } from '../graph/graph';
import {
  reachableStates,
  statesFrom,
  statesFromStart,
  statesWithoutFailure,
  waysWithoutFailure,
} from '../graph/reachability';

/**
 * The states that only a Catch of errors leads to which the workflow expects, and that come back to where more is done as if
 * nothing had failed: another way to the same goal, as where what is to be created exists already. Nothing has failed there.
 */
export const statesOfOtherWays = (scope: Scope): ReadonlySet<State> => scope.once(findOtherWays);

function findOtherWays(scope: Scope): ReadonlySet<State> {
  const graph = graphOf(scope);
  const withoutFailure = statesWithoutFailure(scope);
  const reachable = reachableStates(scope);
  const expected = statesFromStart(scope, (state) =>
    graph.transitionsFrom(state).filter(({ node }) => !isOfFailure(node)),
  );
  const failed = graph.transitions.flatMap(({ node, from, to }) =>
    to && reachable.has(from) && isOfFailure(node) ? to : [],
  );
  const afterFailure = statesFrom(failed, waysWithoutFailure);
  const doesMore = (state: State): boolean => withoutFailure.has(state) && works(state);
  return new Set(
    [...expected].filter(
      (state) =>
        !withoutFailure.has(state) &&
        !afterFailure.has(state) &&
        [...statesFrom([state], waysWithoutFailure)].some(doesMore),
    ),
  );
}

/** Whether it is the Catcher of an error that no workflow waits for: one that has no name of its own, or is of Step Functions. */
const isOfFailure = (node: unknown): boolean =>
  node instanceof Catcher &&
  !(node.errorEquals.length && node.errorEquals.every((name) => !name.startsWith('States.')));

const works = (state: State): boolean =>
  (state instanceof TaskState && !onlyTells(state)) || state instanceof MapState || state instanceof ParallelState;
