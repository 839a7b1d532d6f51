import { secondsOf, type Duration } from '../scheduler/duration';
import type { ActivityTask } from '../tasks/activity-workers';
import { plainJson } from '../tasks/plain-json';
import { Execution, type PreparedRun } from './execution';
import type { ExecutionRun } from './execution-run';

/** `until` waited for a state that the execution has ended without entering. */
export class StateNotReachedError extends Error {
  override readonly name = 'StateNotReachedError';
}

export interface LiveClock {
  readonly now: Date;
  /** Lets that much virtual time pass, and everything happen that happens in it. */
  advance(duration: Duration): Promise<void>;
}

/**
 * An execution that stops where the test likes. It moves only inside `until`, `settle`, `clock.advance` and `finished`;
 * in between, the test sends task tokens back, looks at the history, or stops it.
 */
export class LiveExecution<StateName extends string = string> extends Execution<StateName> {
  readonly clock: LiveClock;
  readonly #run: ExecutionRun;
  readonly #prepared: PreparedRun;
  #moving: Promise<unknown> = Promise.resolve();

  constructor(prepared: PreparedRun) {
    super(prepared);
    const { run } = prepared;
    this.#run = run;
    this.#prepared = prepared;
    this.clock = {
      get now() {
        return new Date(run.scheduler.now);
      },
      advance: (duration) => {
        const seconds = secondsOf(duration);
        return this.#move(() =>
          this.#run.scheduler.run(() => run.world.fault !== undefined, run.scheduler.now + seconds * 1000),
        );
      },
    };
    run.start();
  }

  /** The finished execution. Reading it lets the execution run to its end, as fast as it can. */
  get finished(): Promise<Execution<StateName>> {
    return this.#move(async () => {
      await this.#run.finish();
      return new Execution<StateName>(this.#prepared);
    });
  }

  /** Lets everything happen that happens without time passing. */
  async settle(): Promise<void> {
    await this.clock.advance(0);
  }

  /**
   * Runs until a state of that name is entered, and has done what it does at once: a Task has been called.
   * @throws {StateNotReachedError} when the execution ends without entering it
   */
  async until(state: StateName): Promise<void> {
    const entered = (): number => this.path.filter((name) => name === state).length;
    await this.#move(async () => {
      const before = entered();
      const { scheduler } = this.#run;
      await scheduler.run(() => entered() > before || this.#isStuck);
      if (this.#run.world.fault || entered() > before) return;
      throw new StateNotReachedError(
        `The execution ended as ${this.status} without entering the state "${state}"; it went through ` +
          this.path.map((name) => `"${name}"`).join(', '),
      );
    });
  }

  /** Ends the task that waits for the token, with that output. Takes effect when the execution moves on. */
  sendTaskSuccess(taskToken: string, output: unknown): void {
    const result = plainJson(output, 'The output of the task');
    this.#run.world.tokens.settle(taskToken, { kind: 'result', result });
  }

  /** Fails the task that waits for the token. */
  sendTaskFailure(taskToken: string, error?: string, cause?: string): void {
    this.#run.world.tokens.settle(taskToken, { kind: 'error', error, cause });
  }

  /** Lets the heartbeat of the task begin anew. */
  sendTaskHeartbeat(taskToken: string): void {
    this.#run.world.tokens.heartbeat(taskToken);
  }

  /** Takes a task of the activity, as GetActivityTask does; undefined when none is waiting. */
  getActivityTask(activityArn: string, workerName?: string): ActivityTask | undefined {
    return this.#run.world.workers.poll(activityArn, workerName);
  }

  /** Aborts the execution, as StopExecution does, when it moves on. */
  stop({ error, cause }: { readonly error?: string; readonly cause?: string } = {}): void {
    const { scheduler } = this.#run;
    scheduler.at(scheduler.now, () => {
      this.#run.stop('ABORTED', error, cause);
    });
  }

  /** The execution has ended, or the test is at fault. */
  get #isStuck(): boolean {
    return this.#run.isOver || this.#run.world.fault !== undefined;
  }

  /** One movement at a time, in the order in which they were asked for. */
  #move<T>(movement: () => Promise<T>): Promise<T> {
    const moved = this.#moving.then(async () => {
      const result = await movement();
      const { fault } = this.#run.world;
      if (fault) throw fault.error;
      return result;
    });
    this.#moving = moved.catch(() => undefined);
    return moved;
  }
}
