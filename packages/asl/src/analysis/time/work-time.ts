import { transientLambdaErrors } from '../../errors/lambda-error-names';
import { ParallelState, TaskState, type Retrier, type State } from '../../syntax';
import { longestWay } from './longest-way';
import { hasKnownBranches, inAllAttempts, longestAttempt, retriesOf, visitTime } from './visit-time';

/**
 * The longest that a visit takes for work and waits: an attempt that Lambda refuses, because it is overloaded or out of order,
 * is over at once, and whoever retries nothing else has one attempt that may take its time.
 */
export const mostWorkTime = (state: State): number => state.once(findTime);

function findTime(state: State): number {
  if (state instanceof TaskState) return withRetries(state, attemptTime(state));
  if (!(state instanceof ParallelState) || !hasKnownBranches(state)) return visitTime(state).most;
  return withRetries(state, Math.max(0, ...state.branches.map((branch) => longestWay(branch, mostWorkTime))));
}

function withRetries(state: TaskState | ParallelState, attempt: number): number {
  const retries = retriesOf(state);
  if (!retries) return Infinity;
  const isRefused = ({ errorEquals }: Retrier) => errorEquals.every((name) => transientLambdaErrors.includes(name));
  const isDoneOnce = state instanceof TaskState && state.retry.every(isRefused);
  return (isDoneOnce ? attempt : inAllAttempts(attempt, retries)) + retries.delays;
}

function attemptTime(task: TaskState): number {
  const longest = longestAttempt(task);
  return longest === Infinity && isAnsweredSoon(task) ? longestAnswer : longest;
}

/** As long as Step Functions waits for an HTTP endpoint; how long it waits for an API of AWS is not on record (unverified). */
const longestAnswer = 60;

/** Actions whose answer is the work of a model, of a function or of another workflow. */
const working = /^(call|chat|converse|invoke|retrieveAndGenerate|startSyncExecution)/;

/** A call of an API that answers when it has read, written or begun something. */
export const isAnsweredSoon = ({ resource }: TaskState): boolean =>
  'action' in resource && resource.pattern === 'request-response' && !working.test(resource.action);
