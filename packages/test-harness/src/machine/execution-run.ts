import { statesOf, type Environment, type Json, type WorkflowType } from '@stepproof/asl';
import { executionContext } from '../data-flow/context';
import type { ExecutionContext } from '../data-flow/execution-context';
import { fitsPayload } from '../data-flow/payload-size';
import { Variables } from '../data-flow/variables';
import { History, type ObservedExecution } from '../history/history';
import type { EventNote } from '../history/event-note';
import type { EventDetails } from '../history/details';
import type { HistoryEventType } from '../history/history-event';
import type { ScopePlan } from '../plan/plan';
import { StateFailure } from '../recovery/state-failure';
import { wait, type Fiber, type FiberEnd, type Work } from '../scheduler/fiber';
import type { Scheduler } from '../scheduler/scheduler';
import type { ChildEnd, ChildExecution, DistributedChild } from '../states/distributed-child';
import type { Frame } from '../states/frame';
import { runScope } from '../states/run-scope';
import { Track } from '../states/track';
import type { Visit } from '../states/visit';
import type { TaskDesk } from '../tasks/task-desk';
import { executionIdentity, type ExecutionIdentity } from './execution-identity';
import type { ExecutionStatus } from './execution-status';
import { reachedLimit } from './redrive-limits';
import { RunawayError } from './runaway-error';
import type { World } from './world';

/** How long an execution may take, in seconds (quotas). */
const maxDuration: Readonly<Record<WorkflowType, number>> = { STANDARD: 31_536_000, EXPRESS: 300 };

/** The greatest number of events of a Standard execution (quota). */
const maxEvents = 25_000;

export interface RunOptions {
  readonly world: World;
  readonly tasks: TaskDesk;
  readonly identity: ExecutionIdentity;
  readonly workflowType: WorkflowType;
  /** The machine that the execution is of; for a child of a distributed Map, the one with the Map. */
  readonly machine: Omit<ObservedExecution, 'arn'>;
  readonly scope: ScopePlan;
  readonly input: Json;
  /** The TimeoutSeconds of the machine. */
  readonly timeout?: number | undefined;
  /** What is wrong with the output by the contract of the machine. */
  readonly outputFault?: ((output: Json) => Error | undefined) | undefined;
  readonly iterations?: readonly number[];
  /** Of a child: its Map Run, the execution that has begun it, and its place among all children of that. */
  readonly mapRunArn?: string;
  readonly parent?: ExecutionRun;
  readonly position?: number;
}

interface Ending {
  readonly status: ExecutionStatus;
  readonly output?: Json;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** One execution on its way: its history, its status, and the fiber that runs its states. */
export class ExecutionRun implements Frame, ChildExecution {
  readonly scheduler: Scheduler;
  readonly environment: Environment;
  identity: ExecutionIdentity;
  readonly workflowType: WorkflowType;
  readonly input: Json;
  readonly tasks: TaskDesk;
  readonly history: History;
  stopTime: number | undefined;
  readonly #world: World;
  readonly #options: RunOptions;
  #context: ExecutionContext | undefined;
  readonly #track: Track;
  readonly #onEnd: ((run: ExecutionRun) => void)[] = [];
  readonly #children: ExecutionRun[] = [];
  #ending: Ending = { status: 'RUNNING' };
  #fiber: Fiber<Json> | undefined;
  #stopTimeout: (() => void) | undefined;
  /** Set while the event that ends the execution is being recorded. */
  #isEnding = false;

  constructor(options: RunOptions) {
    const { world, tasks, identity, workflowType, machine, input, iterations = [] } = options;
    this.#options = options;
    this.#world = world;
    this.scheduler = world.scheduler;
    this.tasks = tasks;
    this.identity = identity;
    this.workflowType = workflowType;
    this.input = input;
    this.history = new History(world.observers, { arn: identity.executionArn, ...machine });
    this.environment = world.environment;
    this.#track = new Track(this, new Variables(), 0, iterations);
  }

  get status(): ExecutionStatus {
    return this.#ending.status;
  }

  get output(): Json | undefined {
    return this.#ending.output;
  }

  get error(): string | undefined {
    return this.#ending.error;
  }

  get cause(): string | undefined {
    return this.#ending.cause;
  }

  get isOver(): boolean {
    return this.status !== 'RUNNING';
  }

  /** Those of the machine's own scope. */
  get variables(): Variables {
    return this.#track.variables;
  }

  get stateNames(): readonly string[] {
    return [...statesOf(this.#options.machine.definition)].map(({ name }) => name);
  }

  /** The states that have been entered and neither left nor given up, in the order of entering. */
  get openVisits(): readonly Visit[] {
    if (this.isOver || !this.#track.visit) return [];
    return [...this.#track.visit.open()].sort((a, b) => a.enteredId - b.enteredId);
  }

  get context(): ExecutionContext {
    return (this.#context ??= executionContext(this));
  }

  get world(): World {
    return this.#world;
  }

  get mapRunArn(): string | undefined {
    return this.#options.mapRunArn;
  }

  /** The children of its Map Runs, in the order in which they first began. */
  get children(): readonly ExecutionRun[] {
    return this.#children;
  }

  start(): void {
    this.record('ExecutionStarted', 0, { input: this.input, roleArn: this.identity.roleArn ?? undefined });
    this.#runStates();
  }

  /** Goes on where a finished execution has stopped: https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html */
  redrive(): void {
    const redriveCount = this.identity.redriveCount + 1;
    this.identity = { ...this.identity, redriveCount, redriveTime: this.scheduler.now };
    this.#context = undefined;
    this.#ending = { status: 'RUNNING' };
    this.#isEnding = false;
    this.stopTime = undefined;
    this.#track.last = this.record('ExecutionRedriven', this.history.events.length, { redriveCount });
    this.#runStates();
  }

  #runStates(): void {
    const { scope, input, timeout } = this.#options;
    this.#fiber = this.scheduler.spawn(runScope(scope, this.#track, input), (end) => {
      this.#ended(end);
    });
    const limit = maxDuration[this.workflowType];
    this.#stopTimeout = this.scheduler.at(this.scheduler.now + Math.min(timeout ?? limit, limit) * 1000, () => {
      this.stop('TIMED_OUT', undefined, undefined);
    });
  }

  /**
   * Runs to the end. Without answers from outside nothing is awaited: promises would cost more than the execution.
   * @throws what is wrong with the test
   */
  async finish(): Promise<void> {
    if (this.finishNow()) return;
    await this.scheduler.run(this.#isDone);
    this.#checkFault();
  }

  /**
   * Runs to the end, or to where an answer from outside has to be waited for: then false.
   * @throws what is wrong with the test
   */
  finishNow(): boolean {
    if (!this.scheduler.runToAnswers(this.#isDone)) return false;
    this.#checkFault();
    return true;
  }

  readonly #isDone = (): boolean => this.isOver || this.#world.fault !== undefined;

  #checkFault(): void {
    if (this.#world.fault) throw this.#world.fault.error;
  }

  /** Ends the execution from outside: nothing of what is under way is recorded as aborted (recorded). */
  stop(status: 'TIMED_OUT' | 'ABORTED', error: string | undefined, cause: string | undefined): void {
    if (this.isOver) return;
    this.#fiber?.cancel();
    this.#track.last = 0;
    this.#finish(status === 'TIMED_OUT' ? 'ExecutionTimedOut' : 'ExecutionAborted', { status, error, cause });
  }

  /** Calls back when the execution has ended, at once if it has. */
  whenOver(callback: (run: ExecutionRun) => void): void {
    if (this.isOver) callback(this);
    else this.#onEnd.push(callback);
  }

  record(type: HistoryEventType, previousEventId: number, details?: EventDetails, note?: EventNote): number {
    const { length } = this.history.events;
    if (!this.#isEnding) {
      if (this.workflowType === 'STANDARD' && length >= maxEvents - 1) throw tooManyEvents();
      if (length >= this.#world.runawayLimit) throw runaway(length, this.#track.visit?.state.name);
    }
    return this.history.record(type, previousEventId, this.scheduler.now, details, note);
  }

  placeOf(state: string, enteredId: number): string {
    return `An error occurred while executing the state '${state}' (entered at the event id #${enteredId}). `;
  }

  startChild(child: DistributedChild): ExecutionRun {
    const { scope, input, iterations, label, mapRunArn, workflowType } = child;
    const { region, account, stateMachineName, roleArn } = this.identity;
    const { random } = this.#world;
    const identity = executionIdentity({
      region,
      account,
      stateMachineName: `${stateMachineName}/${label}`,
      executionName: random.uuid(),
      roleArn,
      startTime: this.scheduler.now,
      expressId: workflowType === 'EXPRESS' ? random.uuid() : undefined,
    });
    return this.#adopt({
      world: this.#world,
      tasks: this.tasks,
      identity,
      workflowType,
      machine: this.#options.machine,
      scope,
      input,
      iterations,
      mapRunArn,
      parent: this,
      position: this.#children.length,
    });
  }

  #adopt(options: RunOptions): ExecutionRun {
    const child = new ExecutionRun(options);
    this.#children[options.position!] = child;
    child.start();
    return child;
  }

  *untilOver(): Work<void> {
    yield* wait<ExecutionRun>((resume) => {
      this.whenOver(resume);
      return () => {
        this.stop('ABORTED', undefined, undefined);
      };
    });
  }

  again(): ExecutionRun | undefined {
    const { now } = this.scheduler;
    if (this.workflowType === 'EXPRESS') {
      // A new execution that has the ARN of the first one (developer guide).
      const identity = { ...this.identity, startTime: now };
      return this.#options.parent!.#adopt({ ...this.#options, identity });
    }
    if (reachedLimit(this, (now - this.stopTime!) / 1000)) return undefined;
    this.redrive();
    return this;
  }

  /** What is known of the execution when it has ended. */
  describe(): ChildEnd {
    const { executionArn, stateMachineArn, executionName: name, startTime, redriveCount } = this.identity;
    const { input, output, error, cause } = this;
    const status = this.status as ChildEnd['status'];
    const stopTime = this.stopTime!;
    const times = { startTime, stopTime, redriveCount };
    return { executionArn, stateMachineArn, name, status, input, output, error, cause, ...times };
  }

  #ended(end: FiberEnd<Json>): void {
    if (end.kind === 'done') {
      const output = end.value;
      const fault = this.#options.outputFault?.(output);
      if (fault) this.#world.fault ??= { error: fault };
      else this.#finish('ExecutionSucceeded', { status: 'SUCCEEDED', output });
    } else if (end.error instanceof StateFailure) {
      const { errorName: error, causeText: cause } = end.error;
      this.#finish('ExecutionFailed', { status: 'FAILED', error, cause });
    } else {
      // The execution stays as it is: nothing more of it is of interest.
      this.#world.fault ??= { error: end.error };
    }
  }

  #finish(type: HistoryEventType, ending: Ending): void {
    const { output, error, cause } = ending;
    this.#isEnding = true;
    this.#ending = ending;
    this.stopTime = this.scheduler.now;
    this.record(type, this.#track.last, output === undefined ? { error, cause } : { output });
    this.#notify();
  }

  #notify(): void {
    this.#stopTimeout?.();
    for (const callback of this.#onEnd.splice(0)) callback(this);
  }
}

function runaway(events: number, state: string | undefined): RunawayError {
  const where = state === undefined ? '' : `, the last of them in the state "${state}"`;
  return new RunawayError(
    `The execution has recorded ${events} events${where}, and does not end; give its loop a way out`,
  );
}

/** The words are those of the service; the name of the error is unverified. */
const tooManyEvents = (): StateFailure =>
  new StateFailure('States.Runtime', `The execution reached the maximum number of history events (${maxEvents}).`);

/** The input of an execution is limited like that of a state. */
export const isTooLarge = (input: Json): boolean => !fitsPayload(input);
