import fc from 'fast-check';
import { numberIn, taskResultShape, type Json, type TaskState } from '@stepproof/asl';
import type { TaskOutcome } from '../../tasks/task-call';
import { noticesSilence, taskErrors } from './task-errors';
import type { UsedValue } from './used-value';
import { valueArbitrary } from './value-arbitrary';

/** What is known of a Task beside the machine. */
export interface TaskContract {
  /** The results that it gives. Default: what its API answers, with what the machine reads. */
  readonly result?: fc.Arbitrary<unknown>;
  /** The errors that it raises. Default: those that its Retry and Catch name, and those of its integration. */
  readonly errors?: readonly string[];
}

/** The results of a Task. */
export const resultArbitrary = (task: TaskState, used: UsedValue, { result }: TaskContract = {}): fc.Arbitrary<Json> =>
  (result as fc.Arbitrary<Json> | undefined) ?? valueArbitrary(used, taskResultShape(task.resource));

/** The errors that a Task is tried with. */
export const errorsOf = (task: TaskState, { errors }: TaskContract = {}): readonly string[] =>
  errors ?? taskErrors(task);

/** Everything that can become of a call: a result, an error, silence, a result just in time or too late. The simplest is the first. */
export function outcomeArbitrary(
  task: TaskState,
  used: UsedValue,
  contract: TaskContract = {},
): fc.Arbitrary<TaskOutcome> {
  const results = resultArbitrary(task, used, contract).map((result): TaskOutcome => ({ result }));
  const names = errorsOf(task, contract);
  const errors =
    names.length > 0 ? [fc.constantFrom(...names).map((error): TaskOutcome => ({ error, cause: '' }))] : [];
  const silence = noticesSilence(task) ? [fc.constant<TaskOutcome>({ never: true })] : [];
  const seconds = numberIn(task, 'TimeoutSeconds');
  const late =
    seconds === undefined
      ? []
      : [
          fc
            .tuple(results, fc.constantFrom(...momentsAround(seconds)))
            .map(([result, after]) => ({ ...result, after })),
        ];
  return fc.oneof({ weight: 2, arbitrary: results }, ...errors, ...silence, ...late);
}

/** As late as a result may come, and when nobody waits for it any more. */
const momentsAround = (seconds: number): readonly number[] => [Math.max(0, seconds - 1), seconds + 1];
