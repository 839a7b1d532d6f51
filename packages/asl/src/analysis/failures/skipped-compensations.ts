import { Catcher, FailState, type Scope, type State } from '../../syntax';
import { effectsBefore, hasEffect } from '../calls/effects';
import { graphOf, type Transition } from '../graph/graph';
import { mayBeTerminal, reachableStates, statesFrom, statesWithoutFailure } from '../graph/reachability';
import { isCompensation } from '../texts/name-words';
import { catchesAnyError } from './success-after-failure';

/** A Catch that ends in failure without what an earlier Catch does: what had been done before both stands. */
export interface SkippedCompensation {
  /** The way of the Catcher to what only fails. */
  readonly caught: Transition;
  /** The earlier state whose Catch leads to what undoes. */
  readonly earlier: State;
  readonly undo: State;
  /** What had been done before the earlier state: one at least. */
  readonly done: readonly State[];
}

/**
 * On the way on which nothing fails, the states with an effect behind one whose Catch undoes what was done before it, and
 * whose own Catch of any error leads to failure alone. Where something is undone on the way between, nothing is said.
 */
export function skippedCompensations(scope: Scope): readonly SkippedCompensation[] {
  const graph = graphOf(scope);
  const undoing = graph.transitions.filter(isToCompensation);
  if (!undoing.length || graph.isPartial) return [];
  const withoutFailure = statesWithoutFailure(scope);
  const reachable = reachableStates(scope);
  const failing = graph.transitions.filter(
    (caught) =>
      catchesAnyError(caught) &&
      withoutFailure.has(caught.from) &&
      reachable.has(caught.from) &&
      hasEffect(caught.from) &&
      onlyFails(caught),
  );
  if (!failing.length) return [];
  const found = new Map<Transition, SkippedCompensation>();
  for (const { from: earlier, to } of undoing) {
    const undo = to!;
    const done = effectsBefore(scope)(earlier);
    if (!done.length || !withoutFailure.has(earlier) || withoutFailure.has(undo)) continue;
    const waysOn = (state: State) => graph.transitionsFrom(state).filter(({ node }) => !(node instanceof Catcher));
    const behind = statesFrom(
      waysOn(earlier).flatMap((way) => way.to ?? []),
      waysOn,
    );
    if (behind.has(earlier) || [...behind].some(isCompensation)) continue;
    for (const caught of failing)
      if (behind.has(caught.from) && !found.has(caught)) found.set(caught, { caught, earlier, undo, done });
  }
  return failing.flatMap((one) => found.get(one) ?? []);
}

const isToCompensation = ({ node, to }: Transition): boolean =>
  node instanceof Catcher && to !== undefined && isCompensation(to);

/** Whether the way leads to Fail states, past nothing that has an effect. */
function onlyFails({ to }: Transition): boolean {
  if (!to) return false;
  const states = [...statesFrom([to])];
  return states.every((state) => !hasEffect(state) && (!mayBeTerminal(state) || state instanceof FailState));
}
