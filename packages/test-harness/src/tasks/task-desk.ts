import type { ContractChecks } from '../contracts/contract-checks';
import { wait, type Effect, type Work } from '../scheduler/fiber';
import type { World } from '../machine/world';
import { validateMock } from './mock-validation';
import { NestedExecution, type NestedStart } from './nested-execution';
import type { TaskCall, TaskOutcome, TaskResolver } from './task-call';
import type { TaskEnd } from './task-end';
import { checkedOutcome } from './task-outcome';
import { sendTokenBack } from './token-calls';
import { UnansweredCallError } from './unanswered-call-error';

export interface TaskTimeouts {
  readonly timeout: number | undefined;
  readonly heartbeat: number | undefined;
}

/** What a call has come to so far: an outcome, or an execution that has been started and will end. */
export type Answer = TaskOutcome | NestedStart;

/**
 * Where the calls of an execution meet their answers: the resolver that the test supplies, the tokens that are out, and
 * the timers that run meanwhile.
 */
export class TaskDesk {
  readonly #resolver: TaskResolver;
  readonly #world: World;
  readonly #checks: ContractChecks | undefined;

  constructor(resolver: TaskResolver, world: World, checks?: ContractChecks) {
    this.#resolver = resolver;
    this.#world = world;
    this.#checks = checks;
  }

  issue(token: string): void {
    this.#world.tokens.issue(token);
  }

  /** Asks for the outcome of a call. The clock stands still until it is there. Undefined: a worker has to take it. */
  *ask(call: TaskCall): Work<Answer | undefined> {
    const violation = this.#checks?.call(call);
    if (violation) throw violation;
    const outcome = this.#resolver(call);
    let answer: unknown = outcome;
    if (isPromise(outcome)) {
      const end = yield* wait(this.#world.scheduler.answerOf(outcome));
      if (end.kind === 'failed') throw end.error;
      answer = end.value;
    }
    if (answer instanceof NestedExecution) return answer.start(call, this.#world);
    if (answer !== undefined) {
      const checked = checkedOutcome(answer, call);
      validateMock(checked, call, this.#world.mockValidation);
      return checked;
    }
    const sent = sendTokenBack(call, this.#world.tokens);
    if (sent) return sent;
    if (this.#world.hasWorkers && call.resource.includes(':activity:')) return undefined;
    throw new UnansweredCallError(call);
  }

  /**
   * Fails the test over an end that the contract of the Task does not know.
   * @throws {ContractViolationError}
   */
  checkEnd(end: TaskEnd, call: TaskCall): void {
    const violation = this.#checks?.end(end, call);
    if (violation) throw violation;
  }

  /** Asks for an outcome that must be one at once: that of a call which neither starts anything nor waits for a worker. */
  *askAtOnce(call: TaskCall): Work<TaskOutcome> {
    const answer = yield* this.ask(call);
    if (answer && !('listen' in answer)) return answer;
    throw new UnansweredCallError(call);
  }

  /** Waits until a worker takes the task of an activity, and gives back the worker's name. */
  awaitWorker(call: TaskCall): Work<string | undefined> {
    return this.#world.workers.awaitWorker(call);
  }

  /** Waits until the outcome takes effect, a token comes back or the time is up, whichever is first. */
  settle(answer: Answer, { timeout, heartbeat }: TaskTimeouts, token: string | undefined): Effect<TaskEnd> {
    const { scheduler, tokens } = this.#world;
    const outcome = 'listen' in answer ? outcomeOfStart(answer) : answer;
    return (resume) => {
      const stops: (() => void)[] = [];
      let isOver = false;
      const end = (result: TaskEnd): void => {
        // What is stopped now may report its own end: an execution that is aborted.
        if (isOver) return;
        isOver = true;
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
          tokens.listen(token, end, () => {
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
      if (immediate)
        stops.push(
          scheduler.at(scheduler.now + outcome.after! * 1000, () => {
            end(immediate);
          }),
        );
      if ('listen' in answer && answer.listen) stops.push(answer.listen(end));
      if (timeout !== undefined) stops.push(expire(timeout, false));
      return () => {
        for (const stop of stops) stop();
      };
    };
  }
}

const isPromise = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';

/** A call that only starts an execution has its result at once; otherwise the end of the execution decides. */
const outcomeOfStart = ({ submitted, listen }: NestedStart): TaskOutcome =>
  listen ? { never: true, submitted } : { result: submitted };

function endOf(outcome: TaskOutcome): TaskEnd | undefined {
  if ('never' in outcome) return undefined;
  if ('result' in outcome) return { kind: 'result', result: outcome.result };
  return { kind: 'error', error: outcome.error, cause: outcome.cause };
}
