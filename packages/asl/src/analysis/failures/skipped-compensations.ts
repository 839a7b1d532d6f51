import { Catcher, FailState, TaskState, type Scope, type State } from '../../syntax';
import { effectsBefore, hasEffect, runsUnknownCode } from '../calls/effects';
import { graphOf, type Transition } from '../graph/graph';
import { mayBeTerminal, reachableStates, statesFrom, statesOfSuccess, waysWithoutFailure } from '../graph/reachability';
import { isCalledUndoing } from '../texts/action-names';
import { isCompensation } from '../texts/name-words';
import { counterpartsIn } from './counterparts';
import { catchesAnyError } from './success-after-failure';
import { tellsOfFailure } from './tells-of-failure';

/** A Catch that ends in failure without what another Catch of the scope does: what had been done before stands. */
export interface SkippedCompensation {
  /** The way of the Catcher that undoes too little, or nothing. */
  readonly caught: Transition;
  /** The state whose Catch leads to what undoes. */
  readonly other: State;
  readonly undo: State;
  /** What stands: one at least; undefined where some of what was done is undone, and the names do not tell what is not. */
  readonly done: readonly State[] | undefined;
}

/** What a Catch undoes: the states in the order in which they are come to. */
interface UndoingWay {
  readonly from: State;
  readonly undoings: readonly State[];
}

/**
 * On the ways to success, the states with an effect whose own Catch of any error leads to failure past what has to be
 * undone: behind one whose Catch undoes more, or behind one that by its name is undone when another state fails. Where something
 * is undone on the way between, or the Catch leads to what may undo everything, nothing is said.
 */
export function skippedCompensations(scope: Scope): readonly SkippedCompensation[] {
  const graph = graphOf(scope);
  if (graph.isPartial || !scope.states.some(isCalledUndoing)) return [];
  const ofSuccess = statesOfSuccess(scope);
  const ways = graph.transitions.flatMap((caught) => undoingWayOf(caught, ofSuccess) ?? []);
  if (!ways.length || ways.length > mostWays) return [];
  const reachable = reachableStates(scope);
  const isForward = (state: State): boolean => ofSuccess.has(state) && reachable.has(state) && hasEffect(state);
  const counterpartOf = counterpartsIn(scope.states.filter(isForward));
  return graph.transitions.flatMap((caught): SkippedCompensation[] => {
    if (!caught.to || !catchesAnyError(caught) || !isForward(caught.from)) return [];
    const undone = undoneBeforeFailure(caught.to);
    if (!undone) return [];
    const skipped = behindCounterpart(caught, undone, ways, counterpartOf) ?? behindOther(caught, undone, ways);
    return skipped ? [skipped] : [];
  });
}

/** Each Catch is held against each way: more are hardly written by hand. */
const mostWays = 30;

function undoingWayOf({ node, from, to }: Transition, ofSuccess: ReadonlySet<State>): UndoingWay | undefined {
  if (!(node instanceof Catcher) || !to || !ofSuccess.has(from)) return undefined;
  const handled = statesFrom([to], (state) => (ofSuccess.has(state) ? [] : waysWithoutFailure(state)));
  const undoings = [...handled].filter((state) => isCalledUndoing(state) && !ofSuccess.has(state));
  return undoings.length ? { from, undoings } : undefined;
}

/** What is undone from here on; undefined where something else may be done about the failure, or it may be none. */
const undoneBeforeFailure = (first: State): ReadonlySet<State> | undefined => first.once(findUndone);

function findUndone(first: State): ReadonlySet<State> | undefined {
  const states = [...statesFrom([first])];
  const undone = new Set(states.filter(isCalledUndoing));
  const isFailure = undone.size > 0 || states.every((state) => !mayBeTerminal(state) || state instanceof FailState);
  return isFailure && states.every((state) => undone.has(state) || leavesAll(state)) ? undone : undefined;
}

/** Whether all that was done before still stands, be it noted in a table that something has failed. */
export const leavesAll = (state: State): boolean =>
  !hasEffect(state) || (state instanceof TaskState && !runsUnknownCode(state) && tellsOfFailure(state));

/** Not what undoes a state that was done before, whatever else is undone being something else for sure. */
function behindCounterpart(
  caught: Transition,
  undone: ReadonlySet<State>,
  ways: readonly UndoingWay[],
  counterpartOf: (undo: State) => State | undefined,
): SkippedCompensation | undefined {
  const taken = [...undone].map(counterpartOf);
  if (taken.includes(undefined)) return undefined;
  const before = effectsBefore(caught.from.parent)(caught.from);
  for (const { from: other, undoings } of ways) {
    for (const undo of undoings) {
      const done = undone.has(undo) ? undefined : counterpartOf(undo);
      if (!done || isCalledUndoing(done) || !before.includes(done) || taken.includes(done)) continue;
      // A state may have to clear away what it has done in part, and leave the whole.
      if (isCompensation(undo) || other !== done) return { caught, other, undo, done: [done] };
    }
  }
  return undefined;
}

/** Less than what an earlier state undoes when it fails. */
function behindOther(
  caught: Transition,
  undone: ReadonlySet<State>,
  ways: readonly UndoingWay[],
): SkippedCompensation | undefined {
  for (const { from: other, undoings } of ways) {
    if (![...undoings, ...undone].every(isCompensation)) continue;
    const undo = undoings.find((state) => !undone.has(state));
    if (!undo || ![...undone].every((state) => undoings.includes(state))) continue;
    const done = effectsBefore(other.parent)(other);
    if (!done.length) continue;
    if (!forwardFrom(other).has(caught.from)) continue;
    return { caught, other, undo, done: undone.size ? undefined : done };
  }
  return undefined;
}

/** What comes behind a state when nothing fails; nothing if it comes again itself, or if something is undone there. */
const forwardFrom = (state: State): ReadonlySet<State> => state.once(findForward);

function findForward(state: State): ReadonlySet<State> {
  const behind = statesFrom(
    waysWithoutFailure(state).flatMap((way) => way.to ?? []),
    waysWithoutFailure,
  );
  const undoes = (one: State): boolean => isCompensation(one) && statesOfSuccess(one.parent).has(one);
  return behind.has(state) || [...behind].some(undoes) ? new Set() : behind;
}
