import fc from 'fast-check';
import { numberIn, taskResultShape, type Json, type TaskState } from '@stepproof/asl';
import type { TaskOutcome } from '../../tasks/task-call';
import { isTimeout, noticesSilence, taskErrors } from './task-errors';
import type { UsedValue } from './used-value';
import { valueArbitrary } from './value-arbitrary';

/** What is known of a Task beside the machine. */
export interface TaskContract {
  /** The results that it gives. Default: what its API answers, with what the machine reads. */
  readonly result?: fc.Arbitrary<unknown>;
  /**
   * The errors that it raises, States.Timeout where nobody may answer. Default: those that its Retry and Catch name, those of
   * its integration, and no answer if it has a timeout.
   */
  readonly errors?: readonly string[];
}

/** The results of a Task. */
export const resultArbitrary = (task: TaskState, used: UsedValue, { result }: TaskContract = {}): fc.Arbitrary<Json> =>
  (result as fc.Arbitrary<Json> | undefined) ?? valueArbitrary(used, taskResultShape(task.resource));

/** How the calls of a Task may fail. Nobody answering is a failure that needs a timeout. */
export function failuresOf(task: TaskState, { errors }: TaskContract = {}): readonly TaskOutcome[] {
  const named = (errors ?? taskErrors(task)).filter((name) => !isTimeout(name));
  const isSilent = noticesSilence(task) && (errors === undefined || errors.some(isTimeout));
  return [
    ...named.map((error): TaskOutcome => ({ error, cause: '' })),
    ...(isSilent ? [{ never: true } as const] : []),
  ];
}

/** Everything that can become of a call: a result, a failure, a result just in time or too late. The simplest is the first. */
export function outcomeArbitrary(
  task: TaskState,
  used: UsedValue,
  contract: TaskContract = {},
): fc.Arbitrary<TaskOutcome> {
  const results = resultArbitrary(task, used, contract).map((result): TaskOutcome => ({ result }));
  const failures = failuresOf(task, contract);
  const seconds = failures.some((failure) => 'never' in failure) ? numberIn(task, 'TimeoutSeconds') : undefined;
  const others: fc.Arbitrary<TaskOutcome>[] = [];
  if (failures.length > 0) others.push(fc.constantFrom(...failures));
  if (seconds !== undefined) {
    const late = fc.tuple(results, fc.constantFrom(...momentsAround(seconds)));
    others.push(late.map(([result, after]) => ({ ...result, after })));
  }
  return fc.oneof({ weight: 2, arbitrary: results }, ...others);
}

/** As late as a result may come, and when nobody waits for it any more. */
const momentsAround = (seconds: number): readonly number[] => [Math.max(0, seconds - 1), seconds + 1];
