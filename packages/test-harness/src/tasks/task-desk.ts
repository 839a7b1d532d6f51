import type { Json } from '@stepproof/asl';
import { wait, type Work } from '../scheduler/fiber';
import type { Scheduler } from '../scheduler/scheduler';
import type { TaskCall, TaskOutcome, TaskResolver } from './task-call';
import { checkedOutcome } from './task-outcome';
import { TaskTokens } from './task-tokens';
import { UnansweredCallError } from './unanswered-call-error';

/** How a task ended. */
export type TaskEnd =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: string | undefined; readonly cause: string | undefined }
  | { readonly kind: 'timeout'; readonly isHeartbeat: boolean };

export interface TaskTimeouts {
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
}

/**
 * Where the calls of an execution meet their answers: the resolver that the test supplies, the tokens that are out, and
 * the timers that run meanwhile. Executions that one starts share it.
 */
export class TaskDesk {
  readonly tokens = new TaskTokens();
  readonly #resolver: TaskResolver;
  readonly #scheduler: Scheduler;

  constructor(resolver: TaskResolver, scheduler: Scheduler) {
    this.#resolver = resolver;
    this.#scheduler = scheduler;
  }

  /** Asks for the outcome of a call. The clock stands still until it is there. */
  *ask(call: TaskCall): Work<TaskOutcome> {
    const outcome = this.#resolver(call);
    let answer: unknown = outcome;
    if (isPromise(outcome)) {
      const end = yield* wait(this.#scheduler.answerOf(outcome));
      if (end.kind === 'failed') throw end.error;
      answer = end.value;
    }
    if (answer === undefined) throw new UnansweredCallError(call);
    return checkedOutcome(answer, call);
  }

  /** Waits until the outcome takes effect, a token comes back or the time is up, whichever is first. */
  *settle(outcome: TaskOutcome, { timeout, heartbeat }: TaskTimeouts, token: string | undefined): Work<TaskEnd> {
    const scheduler = this.#scheduler;
    return yield* wait<TaskEnd>((resume) => {
      const stops: (() => void)[] = [];
      const end = (result: TaskEnd): void => {
        for (const stop of stops) stop();
        resume(result);
      };
      const expire = (seconds: number, isHeartbeat: boolean): (() => void) =>
        scheduler.at(scheduler.now + seconds * 1000, () => {
          end({ kind: 'timeout', isHeartbeat });
        });
      if (token !== undefined) {
        let stopHeartbeat = heartbeat === undefined ? undefined : expire(heartbeat, true);
        stops.push(() => stopHeartbeat?.());
        stops.push(
          this.tokens.listen(token, end, () => {
            stopHeartbeat?.();
            stopHeartbeat = heartbeat === undefined ? undefined : expire(heartbeat, true);
          }),
        );
      }
      const immediate = endOf(outcome);
      if (immediate && !outcome.after) {
        end(immediate);
        return undefined;
      }
      // An outcome at the very moment of the timeout is in time.
      if (immediate) stops.push(scheduler.at(scheduler.now + outcome.after! * 1000, () => {
        end(immediate);
      }));
      if (timeout !== undefined) stops.push(expire(timeout, false));
      return () => {
        for (const stop of stops) stop();
      };
    });
  }
}

const isPromise = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

function endOf(outcome: TaskOutcome): TaskEnd | undefined {
  if ('never' in outcome) return undefined;
  if ('result' in outcome) return { kind: 'result', result: outcome.result };
  return { kind: 'error', error: outcome.error, cause: outcome.cause };
}
