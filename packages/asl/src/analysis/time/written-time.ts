import { isRecoverable, MapState, ParallelState, WaitState, type State } from '../../syntax';
import { longestWay } from './longest-way';
import { numberIn } from './number-in';
import { inAllAttempts, retriesOf } from './visit-time';

/**
 * How long a visit of a state may take by the timeouts and waits that are written out, retries included. What has none counts
 * as nothing, and a Map as one item; so it may take longer, but not by what the author has written down.
 */
export const writtenTime = (state: State): number => state.once(findTime);

function findTime(state: State): number {
  if (state instanceof WaitState) return numberIn(state, 'Seconds') ?? 0;
  const attempt = attemptTime(state);
  if (!isRecoverable(state) || attempt === 0) return attempt;
  const retries = retriesOf(state);
  return retries ? inAllAttempts(attempt, retries) + retries.delays : attempt;
}

function attemptTime(state: State): number {
  if (state instanceof ParallelState)
    return Math.max(0, ...state.branches.map((branch) => longestWay(branch, writtenTime)));
  if (state instanceof MapState) return state.itemProcessor ? longestWay(state.itemProcessor, writtenTime) : 0;
  return numberIn(state, 'TimeoutSeconds') ?? 0;
}
