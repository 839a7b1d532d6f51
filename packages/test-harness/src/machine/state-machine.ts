import type { WorkflowType } from '@stepproof/asl';
import type { HistoryObserver } from '../history/history';
import { planMachine, type Definition, type MachinePlan } from '../plan/machine-plan';
import { Random } from '../scheduler/random';
import { Scheduler } from '../scheduler/scheduler';
import { plainJson } from '../tasks/plain-json';
import { resolverOf, type Tasks } from '../tasks/resolve-tasks';
import { CallLog } from '../tasks/call-log';
import { TaskDesk } from '../tasks/task-desk';
import type { Execution } from './execution';
import { executionIdentity } from './execution-identity';
import { ExecutionRun, isTooLarge } from './execution-run';
import { LiveExecution } from './live-execution';

export interface StateMachineOptions {
  /** Default: STANDARD. */
  readonly type?: WorkflowType | undefined;
  /** Appears in ARNs and in the context object. Default: `StateMachine`. */
  readonly name?: string | undefined;
  /** The role that the machine runs with. */
  readonly roleArn?: string | undefined;
  /** Default: `us-east-1`. */
  readonly region?: string | undefined;
  /** Default: the account of `roleArn`, else `123456789012`. */
  readonly account?: string | undefined;
  /** The file that the definition comes from, for messages. */
  readonly file?: string | undefined;
}

export interface ExecutionOptions {
  /** Who answers the calls of Tasks, ItemReaders and ResultWriters. */
  readonly tasks?: Tasks | undefined;
  /** Default: a UUID from the seed. */
  readonly name?: string | undefined;
  /** When the virtual clock starts. Default: 2025-01-01T00:00:00Z, always the same. */
  readonly startTime?: Date | undefined;
  /** Where UUIDs, tokens, random numbers and jitter come from: the same seed makes the same history. Default: 1. */
  readonly seed?: number | undefined;
  /** Are told of every event at the moment it happens. */
  readonly observers?: readonly HistoryObserver[] | undefined;
  /** After how many events a run that AWS would let go on is given up as a runaway. Default: 100 000. */
  readonly runawayLimit?: number | undefined;
}

/** An input that StartExecution refuses; `name` is AWS's. */
export class InvalidExecutionInputError extends Error {
  override readonly name = 'InvalidExecutionInput';
}

const defaultStartTime = Date.UTC(2025, 0, 1);
const defaultAccount = '123456789012';

/** A state machine, ready to be executed any number of times, also at once: executions share nothing. */
export class StateMachine {
  readonly type: WorkflowType;
  readonly name: string;
  readonly roleArn: string;
  readonly region: string;
  readonly account: string;
  readonly #plan: MachinePlan;

  /**
   * @throws {InvalidDefinitionError} for what CreateStateMachine refuses, and only for that: what must fail when it is
   * run is run, and fails as on AWS
   */
  constructor(definition: Definition, options: StateMachineOptions = {}) {
    this.type = options.type ?? 'STANDARD';
    if (this.type !== 'STANDARD' && this.type !== 'EXPRESS') {
      throw new TypeError(`"type" is ${JSON.stringify(this.type)}; use "STANDARD" or "EXPRESS"`);
    }
    this.name = options.name ?? 'StateMachine';
    this.account = options.account ?? options.roleArn?.split(':')[4] ?? defaultAccount;
    this.roleArn = options.roleArn ?? `arn:aws:iam::${this.account}:role/${this.name}`;
    this.region = options.region ?? 'us-east-1';
    this.#plan = planMachine(definition, this.type, options.file);
  }

  get arn(): string {
    return `arn:aws:states:${this.region}:${this.account}:stateMachine:${this.name}`;
  }

  /** Runs an execution to its end, and gives it back finished. Waiting costs no time. */
  async execute(input?: unknown, options: ExecutionOptions = {}): Promise<Execution> {
    return this.start(input, options).finished;
  }

  /** Begins an execution that moves only as far as the test lets it: see `LiveExecution`. */
  start(input: unknown = {}, options: ExecutionOptions = {}): LiveExecution {
    const value = plainJson(input, 'The input of the execution');
    if (isTooLarge(value)) {
      throw new InvalidExecutionInputError('The input of the execution is larger than 262144 bytes; pass a reference to it');
    }
    const scheduler = new Scheduler(startTimeOf(options));
    const random = new Random(options.seed ?? 1);
    const calls = new CallLog(resolverOf(options.tasks, this.#plan.stateNames));
    const run = new ExecutionRun({
      world: {
        scheduler,
        random,
        tasks: new TaskDesk(calls.resolve, scheduler),
        observers: options.observers ?? [],
        runawayLimit: options.runawayLimit ?? 100_000,
      },
      identity: executionIdentity({
        region: this.region,
        account: this.account,
        stateMachineName: this.name,
        executionName: options.name ?? random.uuid(),
        roleArn: this.roleArn,
        startTime: scheduler.now,
        expressId: this.type === 'EXPRESS' ? random.uuid() : undefined,
      }),
      workflowType: this.type,
      scope: this.#plan.scope,
      input: value,
      timeout: this.#plan.timeout,
    });
    return new LiveExecution(run, calls);
  }
}

function startTimeOf({ startTime }: ExecutionOptions): number {
  const time = startTime?.getTime() ?? defaultStartTime;
  if (Number.isNaN(time)) throw new RangeError('"startTime" is an invalid date; use one such as new Date("2025-01-01T00:00:00Z")');
  return time;
}

