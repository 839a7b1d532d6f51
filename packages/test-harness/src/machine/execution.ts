import type { Json } from '@stepproof/asl';
import type { HistoryEvent } from '../history/history-event';
import { recordsOf, type StateRecord } from '../history/state-records';
import { secondsOf, type Duration } from '../scheduler/duration';
import type { CallLog } from '../tasks/call-log';
import { callNames } from '../tasks/call-names';
import type { Tasks } from '../tasks/resolve-tasks';
import type { TaskCall, TaskResolver } from '../tasks/task-call';
import { checkRedrivable } from './check-redrivable';
import type { ExecutionRun } from './execution-run';
import type { ExecutionStatus } from './execution-status';

/** An execution, what it has called, and how to answer it anew. */
export interface PreparedRun {
  readonly run: ExecutionRun;
  readonly calls: CallLog;
  readonly resolverOf: (tasks: Tasks | undefined) => TaskResolver;
}

export interface RedriveOptions<StateName extends string = string> {
  /** Who answers the calls from now on. */
  readonly tasks?: Tasks<StateName> | undefined;
  /** How long after the end of the execution. Default: at once. */
  readonly after?: Duration;
}

/** What can be read of an execution, running or finished. */
export class Execution<StateName extends string = string> {
  readonly #run: ExecutionRun;
  readonly #calls: CallLog;
  readonly #resolverOf: (tasks: Tasks | undefined) => TaskResolver;

  constructor({ run, calls, resolverOf }: PreparedRun) {
    this.#run = run;
    this.#calls = calls;
    this.#resolverOf = resolverOf;
  }

  /** By which test tools know an execution, from whichever copy of this module it is. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- a field would be a member of each one
  get [Symbol.toStringTag](): string {
    return 'Execution';
  }

  get status(): ExecutionStatus {
    return this.#run.status;
  }

  /** What the execution has given back; undefined unless it has succeeded. */
  get output(): Json | undefined {
    return this.#run.output;
  }

  get error(): string | undefined {
    return this.#run.error;
  }

  get cause(): string | undefined {
    return this.#run.cause;
  }

  get input(): Json {
    return this.#run.input;
  }

  get name(): string {
    return this.#run.identity.executionName;
  }

  get arn(): string {
    return this.#run.identity.executionArn;
  }

  get stateMachineArn(): string {
    return this.#run.identity.stateMachineArn;
  }

  /** Of a child of a distributed Map. */
  get mapRunArn(): string | undefined {
    return this.#run.mapRunArn;
  }

  /**
   * The executions of the items or batches of its distributed Maps, in the order in which they began; those of one Map Run
   * have the same `mapRunArn`. Children that a failed Map Run has not begun are not among them.
   */
  get children(): readonly Execution<StateName>[] {
    const common = { calls: this.#calls, resolverOf: this.#resolverOf };
    return this.#run.children.map((run) => new Execution<StateName>({ run, ...common }));
  }

  get startDate(): Date {
    return new Date(this.#run.identity.startTime);
  }

  /** In virtual time; undefined while the execution is running. */
  get stopDate(): Date | undefined {
    return this.#run.stopTime === undefined ? undefined : new Date(this.#run.stopTime);
  }

  /** Virtual seconds from the start to the end, or until now. */
  get duration(): number {
    return ((this.#run.stopTime ?? this.#run.scheduler.now) - this.#run.identity.startTime) / 1000;
  }

  /** The events, as GetExecutionHistory gives them. */
  get history(): readonly HistoryEvent[] {
    return this.#run.history.render();
  }

  /** The variables of the machine's own scope, as they are now. */
  get variables(): Readonly<Record<string, Json>> {
    return Object.fromEntries(this.#run.variables.all);
  }

  /** The names of all states of the machine, entered or not. */
  get stateNames(): readonly StateName[] {
    return this.#run.stateNames as readonly StateName[];
  }

  /**
   * The names of the states that have been entered and not left, in the order of entering: what a live execution is at.
   * One name comes as often as the state is entered at once, in iterations of a Map; [] when the execution has ended.
   */
  get openStates(): readonly StateName[] {
    return this.#run.openVisits.map(({ state }) => state.name as StateName);
  }

  /** What makes the same execution again, with the same input and mocks. */
  get seed(): number {
    return this.#run.world.seed;
  }

  /**
   * The calls of Tasks, ItemReaders and ResultWriters, in their order, with those of its children.
   * @param name only those of a state or of a resource, named as in `tasks`: `sqs:sendMessage`, `lambda:notify`, an ARN
   */
  calls(name?: StateName | `${string}:${string}`): readonly TaskCall[] {
    const calls = this.mapRunArn === undefined ? this.#calls.calls : this.#callsOfChild();
    return name === undefined ? calls : calls.filter((call) => callNames(call).includes(name));
  }

  /** How often the state of that name was entered and tried, and with what outcome. */
  states(name: StateName): StateRecord {
    return recordsOf(this.#run.history.events, name, this.#run.identity.startTime);
  }

  /**
   * Redrives an execution that has failed, timed out or been aborted, as RedriveExecution does: what has succeeded is not
   * done again. It is the same execution, with the same history.
   * @throws {ExecutionNotRedrivableError} when AWS would refuse
   */
  async redrive({ after = 0, tasks }: RedriveOptions<StateName> = {}): Promise<this> {
    const seconds = secondsOf(after);
    checkRedrivable(this.#run, seconds);
    this.#calls.answerBy(this.#resolverOf(tasks));
    await this.#run.scheduler.run(() => false, this.#run.scheduler.now + seconds * 1000);
    this.#run.redrive();
    await this.#run.finish();
    return this;
  }

  /** The names of the states in the order in which they were entered. */
  get path(): readonly StateName[] {
    return this.#run.history.events.flatMap(({ type, details }) =>
      type.endsWith('StateEntered') ? [details!.name as StateName] : [],
    );
  }

  /** Children write into the log of the execution that has begun them. */
  #callsOfChild(): readonly TaskCall[] {
    const arns = new Set<string>();
    const collect = (run: ExecutionRun): void => {
      arns.add(run.identity.executionArn);
      for (const child of run.children) collect(child);
    };
    collect(this.#run);
    return this.#calls.calls.filter(({ executionArn }) => arns.has(executionArn));
  }
}
