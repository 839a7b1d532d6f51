import { Catcher, ChoiceState, FailState, PassState, SucceedState, type Scope, type State } from '../../syntax';
import { onlyTells } from '../calls/tellings';
import { graphOf, type Transition } from '../graph/graph';
import { isTerminal, mayBeTerminal, reachableStates, statesWithoutFailure } from '../graph/reachability';
import { isCalledFailure } from '../texts/action-names';
import { isCompensation } from '../texts/name-words';
import { tellsOfFailure } from './tells-of-failure';

/** A way that begins at a Catch on any error, or on failures of which something is undone, and, unless one more thing fails, ends the execution with success. */
export interface SuccessAfterFailure {
  readonly failed: State;
  /** The transition of the Catcher. */
  readonly caught: Transition;
  /** The states that only a failure leads to, or a Choice to a message about one or to what undoes something; empty when the Catch leads straight to where success ends. */
  readonly handlers: readonly State[];
  /** Those of the handlers after which the execution ends. */
  readonly last: readonly State[];
  /** What failed handles a failure itself, and would have made the execution fail. */
  readonly isInHandler: boolean;
}

const anyError: ReadonlySet<string> = new Set(['States.ALL', 'States.TaskFailed']);

/** Whether a transition is that of a Catcher which takes errors of every kind. */
export const catchesAnyError = ({ node }: Transition): boolean =>
  node instanceof Catcher && node.errorEquals.some((name) => anyError.has(name));

/** Whether all names that a Catcher takes are those of failures, and not of what may be an outcome as well: `Declined`. */
const catchesFailures = ({ node }: Transition): boolean =>
  node instanceof Catcher && node.errorEquals.length > 0 && node.errorEquals.every((name) => saysFailure.test(name));

const saysFailure = /Err(or)?(?![a-z])|Exception$|Fail|Timeout$/;

/**
 * The ways from a failure to success. A way that comes back to where nothing has failed is none, unless all that is left
 * is to end: there is something done for what failed. Nor is one whose end is only known after deployment.
 */
export function successesAfterFailure(scope: Scope): readonly SuccessAfterFailure[] {
  const graph = graphOf(scope);
  if (graph.isPartial) return [];
  const withoutFailure = statesWithoutFailure(scope);
  const known = new Map<State, Pick<SuccessAfterFailure, 'handlers' | 'last'> | undefined>();
  const wayFrom = (first: State) => {
    if (!known.has(first)) known.set(first, wayToSuccess(first, withoutFailure));
    return known.get(first);
  };
  return [...reachableStates(scope)].flatMap((failed) =>
    graph.transitionsFrom(failed).flatMap((caught) => {
      const isAny = catchesAnyError(caught);
      if (!caught.to || !(isAny || catchesFailures(caught))) return [];
      const isInHandler = !withoutFailure.has(failed);
      // When the handler ends with success anyway, that is told of the failure before.
      if (isInHandler && wayFrom(failed)) return [];
      const way = wayFrom(caught.to);
      const isMeant = isAny || isInHandler || way?.handlers.some(isCompensation);
      return way && isMeant ? [{ failed, caught, isInHandler, ...way }] : [];
    }),
  );
}

/** The way from a state to success; undefined if it may end otherwise, or goes back to where nothing has failed to do more. */
export function wayToSuccess(first: State, withoutFailure: ReadonlySet<State>) {
  const graph = graphOf(first.parent);
  const reached = new Set([first]);
  const last = new Set<State>();
  const isHandler = (state: State): boolean =>
    !withoutFailure.has(state) || tellsOfBadStatus(state) || undoesForFailure(state);
  const isEnd = (state: State): boolean => isPlainEnd(state) || (state !== first && isLastMessage(state));
  for (const state of reached) {
    if (isHandler(state) ? mayEndOtherwise(state) : !isEnd(state)) return undefined;
    if (!isHandler(state)) continue;
    if (isTerminal(state)) last.add(state);
    for (const { node, to } of graph.transitionsFrom(state)) {
      // A failure of the handler itself is another one.
      if (!to || node instanceof Catcher) continue;
      if (!isHandler(to)) last.add(state);
      reached.add(to);
    }
  }
  return { handlers: [...reached].filter(isHandler), last: [...last] };
}

const mayEndOtherwise = (state: State): boolean =>
  state instanceof FailState || (mayBeTerminal(state) && !isTerminal(state));

const isPlainEnd = (state: State): boolean =>
  state instanceof SucceedState || (state instanceof PassState && isTerminal(state));

/** Behind a handler it is sent whatever has happened, and undoes nothing. */
const isLastMessage = (state: State): boolean => onlyTells(state) && isTerminal(state);

/** A message about a failure that, unless one is caught, only a Choice leads to, when a job has ended badly: `Failure notification`. */
const tellsOfBadStatus = (state: State): boolean =>
  isLastMessage(state) &&
  isOfFailure(state) &&
  waysTo(state).every(
    (way) =>
      isCaughtOrChosen(way) ||
      (way.from instanceof PassState && isOfFailure(way.from) && waysTo(way.from).every(isCaughtOrChosen)),
  );

/** A compensation that only failures lead to, Choices, when a result is bad or the time is up, and other compensations. */
const undoesForFailure = (state: State): boolean =>
  isCompensation(state) && waysTo(state).every((way) => isCaughtOrChosen(way) || isCompensation(way.from));

const isOfFailure = (state: State): boolean => isCalledFailure(state) || tellsOfFailure(state);

const waysTo = (state: State): readonly Transition[] => graphOf(state.parent).transitionsTo(state);

const isCaughtOrChosen = ({ node, from }: Transition): boolean =>
  node instanceof Catcher || from instanceof ChoiceState;
