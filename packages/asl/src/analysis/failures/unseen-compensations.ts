import type { Scope } from '../../syntax';
import { graphOf, type Transition } from '../graph/graph';
import { reachableStates, statesWithoutFailure } from '../graph/reachability';
import { isCompensation } from '../texts/name-words';
import { isErrorRead } from './error-reads';
import { catchesAnyError } from './success-after-failure';

/**
 * The Catchers of any error by which what undoes something after a failure goes on to undo more, just as after its success,
 * while nothing behind reads the error: nobody learns that it still stands. One that leads to the end, or to a message, like
 * its success does, is left out: there at least the first failure is told.
 */
export function unseenCompensations(scope: Scope): readonly Transition[] {
  const graph = graphOf(scope);
  if (graph.isPartial) return [];
  const withoutFailure = statesWithoutFailure(scope);
  const reachable = reachableStates(scope);
  return graph.transitions.filter(
    (caught) =>
      caught.to !== undefined &&
      catchesAnyError(caught) &&
      !withoutFailure.has(caught.from) &&
      reachable.has(caught.from) &&
      caught.target === caught.from.field('Next')?.json &&
      isCompensation(caught.from) &&
      isCompensation(caught.to) &&
      !isErrorRead(caught),
  );
}
