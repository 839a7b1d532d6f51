import {
  Catcher,
  ChoiceState,
  FailState,
  isRecoverable,
  TaskState,
  type AslNode,
  type Scope,
  type State,
} from '../../syntax';
import { effectsBefore } from '../calls/effects';
import { isEndOf, mayEnd } from '../calls/endings';
import { looksWhose, releasesLock, takesLock } from '../calls/locks';
import { graphOf, type Transition } from '../graph/graph';
import {
  mayBeTerminal,
  reachableStates,
  statesFrom,
  statesWithoutFailure,
  waysWithoutFailure,
} from '../graph/reachability';
import { isCalledUndoing } from '../texts/action-names';
import { endsItself, isSameThing, mayEndWhole } from './same-thing';
import { leavesAll } from './skipped-compensations';
import { catchesAnyError } from './success-after-failure';

/** A Catch that ends without what would end, had nothing failed, what an earlier state has begun: a cluster, a lock. */
export interface LeftStanding {
  readonly caught: Transition;
  readonly begun: TaskState;
  readonly end: TaskState;
}

/** What a Task begins and another one ends, when nothing fails. */
interface Span {
  readonly begun: TaskState;
  readonly end: TaskState;
}

/**
 * The Catchers of any error between what is begun and what ends it, on the way on which nothing fails, that lead to nothing
 * which may end it. Nothing is said where the end comes on some of these ways only, or where the thing may end by itself.
 */
export function leftStanding(scope: Scope): readonly LeftStanding[] {
  if (isCaughtAround(scope)) return [];
  const isForward = ({ end }: Span) => statesWithoutFailure(scope).has(end);
  return spansOf(scope)
    .filter(isForward)
    .flatMap(({ begun, end }) =>
      graphOf(scope).transitions.flatMap((caught): LeftStanding[] => {
        const { from, to } = caught;
        if (!to || !catchesAnyError(caught) || !statesWithoutFailure(scope).has(from) || from === end) return [];
        if (
          !effectsBefore(scope)(from).includes(begun) ||
          (from instanceof TaskState && mayEndWhole(from)) ||
          !isEndedAfter(from, end)
        )
          return [];
        return leavesStanding(to) ? [{ caught, begun, end }] : [];
      }),
    );
}

/** The Catch of what takes a lock that leads to what gives it back, to whomever it belongs. */
export function foreignReleases(scope: Scope): readonly LeftStanding[] {
  return spansOf(scope).flatMap(({ begun, end }) => {
    if (!takesLock(begun) || looksWhose(end)) return [];
    const caught = graphOf(scope)
      .transitionsFrom(begun)
      .find((way) => way.to && mayMeanTaken(way) && comesTo(way.to, end, begun));
    return caught ? [{ caught, begun, end }] : [];
  });
}

const spansOf = (scope: Scope): readonly Span[] => scope.once(findSpans);

function findSpans(scope: Scope): readonly Span[] {
  if (graphOf(scope).isPartial) return [];
  const reachable = reachableStates(scope);
  const tasks = scope.states.filter((state) => state instanceof TaskState).filter((state) => reachable.has(state));
  const ends = tasks.filter(mayEnd);
  if (!ends.length || ends.length > mostEnds) return [];
  const withoutFailure = statesWithoutFailure(scope);
  const begins = tasks.filter((state) => withoutFailure.has(state));
  return ends.flatMap((end) => {
    const begun = begins.filter((other) => other !== end && (isEndOf(end, other) || releasesLock(end, other)));
    if (begun.length > mostBegins) return [];
    const same = begun.filter((other) => takesLock(other) || (!endsItself(other) && isSameThing(other, end)));
    return same.map((other) => ({ begun: other, end }));
  });
}

/** Each end is held against each Task, and the result of what it may end is looked for in the whole machine: more are hardly written by hand. */
const [mostEnds, mostBegins] = [30, 10];

/** A Catch around the scope may end what stands in it. */
function isCaughtAround(scope: Scope): boolean {
  for (let node: AslNode | undefined = scope.parent; node; node = node.parent)
    if (isRecoverable(node) && node.has('Catch')) return true;
  return false;
}

/** Whether each way on which nothing else fails comes to the end of it. */
function isEndedAfter(from: State, end: State): boolean {
  const behind = statesFrom(
    waysWithoutFailure(from).flatMap(({ to }) => to ?? []),
    (state) => (state === end ? [] : waysWithoutFailure(state)),
  );
  return (
    behind.has(end) &&
    [...behind].every((state) => state === end || state instanceof FailState || !mayBeTerminal(state))
  );
}

/** Whether all that a failure leads to here is to tell of it. */
const leavesStanding = (first: State): boolean => first.once(findWhetherLeft);

function findWhetherLeft(first: State): boolean {
  const withoutFailure = statesWithoutFailure(first.parent);
  return [...statesFrom([first])].every(
    (state) =>
      state instanceof FailState || (!withoutFailure.has(state) && leavesAll(state) && !isCalledUndoing(state)),
  );
}

const mayMeanTaken = ({ node }: Transition): boolean =>
  node instanceof Catcher && node.errorEquals.some((name) => meansTaken.test(name));

const meansTaken = /^(States\.(ALL|TaskFailed)|DynamoDb?\.ConditionalCheckFailed(Exception)?)$/i;

/** Past what may ask why, or try again. */
function comesTo(first: State, end: State, begun: State): boolean {
  const passed = statesFrom([first], (state) =>
    state === begun || state instanceof ChoiceState ? [] : waysWithoutFailure(state),
  );
  return passed.has(end);
}
