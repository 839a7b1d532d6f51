import { errorPrefixesOf, type TaskState } from '@stepproof/asl';

/** Names in ErrorEquals that stand for others. */
const umbrellas = new Set(['States.ALL', 'States.TaskFailed']);

/** What Step Functions raises itself, and a mock should not: it happens by what the execution does. */
const ownErrors =
  /^States\.(?:Timeout|HeartbeatTimeout|Runtime|DataLimitExceeded|NoChoiceMatched|QueryEvaluationError)$/;

/**
 * The errors that a Task is tried with: those that its Retry and its Catch name, what its integration raises when it is
 * overloaded, and one that nobody has named.
 */
export function taskErrors(task: TaskState): readonly string[] {
  const named = [...task.retry, ...task.catch]
    .flatMap(({ errorEquals }) => errorEquals)
    .filter((name) => !umbrellas.has(name) && !ownErrors.test(name));
  return [...new Set([...named, ...raised(task), 'States.TaskFailed'])];
}

function raised({ resource }: TaskState): readonly string[] {
  if (resource.kind === 'lambda' || (resource.kind === 'optimized' && resource.service === 'lambda')) {
    return ['Lambda.TooManyRequestsException', 'Lambda.Unknown', 'Error'];
  }
  if (resource.kind === 'http') return ['States.Http.StatusCode.500', 'States.Http.StatusCode.429'];
  const [prefix] = errorPrefixesOf(resource) ?? [];
  return prefix === undefined ? [] : [`${prefix}.ThrottlingException`];
}

/** Whether nobody answering is something that the Task notices before a year has passed. */
export const noticesSilence = (task: TaskState): boolean =>
  ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'].some((name) => task.has(name));

/** Whether a Task fails with the error by nobody answering. A missed heartbeat is reported as States.Timeout. */
export const isTimeout = (error: string | undefined): boolean =>
  error === 'States.Timeout' || error === 'States.HeartbeatTimeout';
