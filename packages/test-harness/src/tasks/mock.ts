import type { Json } from '@stepproof/asl';
import { secondsOf, type Duration } from '../scheduler/duration';
import { httpOutcome, type HttpOptions } from './http';
import { NestedExecution, type StartableMachine } from './nested-execution';
import type { Tasks } from './resolve-tasks';
import type { TaskCall, TaskOutcome } from './task-call';

type Answer = (call: TaskCall) => TaskOutcome | PromiseLike<TaskOutcome> | NestedExecution;

interface Step {
  readonly answer: Answer;
  /** How many calls it answers; undefined for all that come. */
  readonly times: number | undefined;
}

/** A sequence of mocks has run out of answers. */
export class MockExhaustedError extends Error {
  override readonly name = 'MockExhaustedError';
}

/**
 * What a Task is answered with, call after call. A mock is a description and holds no state: every execution that it is
 * given to begins it anew.
 */
export class Mock {
  readonly #steps: readonly Step[];

  private constructor(steps: readonly Step[]) {
    this.#steps = steps;
  }

  static from(answer: Answer): Mock {
    return new Mock([{ answer, times: undefined }]);
  }

  /** Answers that many calls, then it is the turn of `then`. */
  times(count: number): Mock {
    if (!Number.isInteger(count) || count < 1) {
      throw new RangeError(`A mock cannot answer ${count} calls; give "times" a whole number of 1 or more`);
    }
    return this.#withLast((step) => ({ ...step, times: count }));
  }

  /** What answers after this mock; without `times` this one answers one call. */
  then(next: Mock): Mock {
    if (!(next instanceof Mock))
      throw new TypeError('"then" takes a mock, such as mock.returns({ ... }); mocks cannot be awaited');
    return new Mock([...this.#withLast((step) => ({ ...step, times: step.times ?? 1 })).#steps, ...next.#steps]);
  }

  /** Lets the outcome take effect after that much virtual time: seconds, or a text such as "5 minutes". */
  after(delay: Duration): Mock {
    const after = secondsOf(delay);
    return this.#mapOutcome((outcome) => ({ ...outcome, after }));
  }

  /** What the starting call of a `.sync` or `.waitForTaskToken` Task gives back, as TaskSubmitted shows it. */
  submitted(answer: Json): Mock {
    return this.#mapOutcome((outcome) => ({ ...outcome, submitted: answer }));
  }

  /** Answers the call with that number, from 0. */
  answer(count: number, call: TaskCall): ReturnType<Answer> {
    let left = count;
    for (const { answer, times } of this.#steps) {
      if (times === undefined || left < times) return answer(call);
      left -= times;
    }
    throw new MockExhaustedError(
      `The mock for the state "${call.state}" answers ${count} calls, and this is call ${count + 1}; ` +
        'add ".then(...)" with what comes next',
    );
  }

  #mapOutcome(change: (outcome: TaskOutcome) => TaskOutcome): Mock {
    return this.#withLast((step) => ({
      ...step,
      answer: (call) => {
        const outcome = step.answer(call);
        if (outcome instanceof NestedExecution) {
          throw new TypeError(
            'The execution of a machine has its own time and answers; give "after" and "submitted" to other mocks',
          );
        }
        return 'then' in outcome ? outcome.then(change) : change(outcome);
      },
    }));
  }

  #withLast(change: (step: Step) => Step): Mock {
    return new Mock([...this.#steps.slice(0, -1), change(this.#steps.at(-1)!)]);
  }
}

/** Makes mocks. They are given to an execution in `tasks`, by the name of a state or by a resource. */
export const mock = {
  /** The integration gives back `result`: what it is before ResultSelector. */
  returns: (result: Json): Mock => Mock.from(() => ({ result })),
  /** The integration fails, as with SendTaskFailure or an exception of the service. */
  fails: (error: string, cause?: string): Mock => Mock.from(() => ({ error, ...(cause !== undefined && { cause }) })),
  /** Nobody ever answers: the timeouts of the state decide. */
  never: (): Mock => Mock.from(() => ({ never: true })),
  /** Hands out the task token and leaves the task open, until somebody sends the token back to a live execution. */
  callback: (receive: (token: string, call: TaskCall) => unknown): Mock =>
    Mock.from((call) => {
      if (call.taskToken === undefined) {
        throw new TypeError(
          `The state "${call.state}" hands out no task token; use mock.callback for ".waitForTaskToken" Tasks and activities only`,
        );
      }
      const received = receive(call.taskToken, call);
      const outcome = { never: true } as const;
      return received instanceof Promise ? received.then(() => outcome) : outcome;
    }),
  /** Runs that machine, in the same clock: for `states:startExecution` in all its forms. `tasks` answer its calls. */
  executes: (machine: StartableMachine, { tasks }: { readonly tasks?: Tasks } = {}): Mock =>
    Mock.from(() => new NestedExecution(machine, tasks)),
  /** Makes the request of an HTTP Task over the network, by Node's `fetch`. */
  http: (options: HttpOptions = {}): Mock => Mock.from((call) => httpOutcome(call, options)),
  /** Computes the outcome of each call. */
  outcome: (answer: (call: TaskCall) => TaskOutcome | PromiseLike<TaskOutcome>): Mock => Mock.from(answer),
};
