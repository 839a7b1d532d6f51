import type { Environment } from '@stepproof/asl';
import type { HistoryObserver } from '../history/history';
import { RunawayError } from './runaway-error';
import { Random } from '../scheduler/random';
import { Scheduler } from '../scheduler/scheduler';
import { ActivityWorkers } from '../tasks/activity-workers';
import type { MockValidation } from '../tasks/mock-validation';
import { TaskTokens } from '../tasks/task-tokens';

export interface WorldOptions {
  readonly startTime: number;
  readonly seed: number;
  readonly observers: readonly HistoryObserver[];
  /** After how many events an execution that AWS would let go on is taken for a runaway. */
  readonly runawayLimit: number;
  /** Whether there are workers who may poll for the tasks of activities. */
  readonly hasWorkers: boolean;
  readonly mockValidation: MockValidation;
  /** Whether the contracts of machines are looked at. */
  readonly checksContracts: boolean;
}

/** What an execution and those that it starts have in common: one clock, one source of random numbers, all tokens. */
export class World {
  readonly scheduler: Scheduler;
  readonly random: Random;
  /** What expressions get from the world. */
  readonly environment: Environment;
  readonly tokens = new TaskTokens();
  readonly workers = new ActivityWorkers();
  readonly observers: readonly HistoryObserver[];
  readonly runawayLimit: number;
  readonly hasWorkers: boolean;
  readonly seed: number;
  readonly mockValidation: MockValidation;
  readonly checksContracts: boolean;
  /** What is wrong with the test or the harness, not with a machine; it is thrown at whoever awaits the execution. */
  fault: { readonly error: unknown } | undefined;
  #nested = 0;

  constructor({ startTime, seed, observers, runawayLimit, hasWorkers, mockValidation, checksContracts }: WorldOptions) {
    this.scheduler = new Scheduler(startTime);
    this.random = new Random(seed);
    this.seed = seed;
    const { scheduler, random } = this;
    this.environment = { now: () => scheduler.now, uuid: () => random.uuid(), random: () => random.next() };
    this.observers = observers;
    this.runawayLimit = runawayLimit;
    this.hasWorkers = hasWorkers;
    this.mockValidation = mockValidation;
    this.checksContracts = checksContracts;
  }

  /** Machines that start each other without end are a runaway like a loop. */
  countNested(): void {
    this.#nested++;
    if (this.#nested <= this.runawayLimit) return;
    throw new RunawayError(
      `${this.#nested} nested executions have been started; let the machines stop starting each other`,
    );
  }
}
