import type { Json, MachineContract, StateMachine as StateMachineNode, WorkflowType } from '@stepproof/asl';
import { ContractChecks } from '../contracts/contract-checks';
import { contractFor, type Contract } from '../contracts/given-contract';
import type { HistoryObserver } from '../history/history';
import { planMachine, type MachinePlan } from '../plan/machine-plan';
import type { MachineSource } from '../plan/machine-source';
import type { Definition } from '../plan/read-definition';
import { plainJson } from '../tasks/plain-json';
import { resolverOf, type Tasks } from '../tasks/resolve-tasks';
import type { TaskResolver } from '../tasks/task-call';
import { CallLog } from '../tasks/call-log';
import { checkedMockValidation, type MockValidation } from '../tasks/mock-validation';
import { TaskDesk } from '../tasks/task-desk';
import { checkedName } from './check-name';
import { Execution, type PreparedRun } from './execution';
import { executionIdentity } from './execution-identity';
import { ExecutionRun, isTooLarge } from './execution-run';
import { LiveExecution } from './live-execution';
import { registeredObservers } from './observers';
import type { StateNames } from './state-names';
import { World } from './world';

export interface StateMachineOptions {
  /** Default: what the template says that declares the machine, else STANDARD. */
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
  /**
   * What is agreed on about the input, the output and the Tasks; executions are held to it. Default: what stands beside the
   * file of the definition, see docs/contracts.md. `false`: nothing.
   */
  readonly contracts?: Contract | false | undefined;
}

export interface ExecutionOptions<StateName extends string = string> {
  /** Who answers the calls of Tasks, ItemReaders and ResultWriters. */
  readonly tasks?: Tasks<StateName> | undefined;
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
  /**
   * Whether results of mocks must be what the API can answer with: STRICT for all required fields and the types and values
   * of those that are there, PRESENT for the latter alone. Nested executions are held to it, too. Default: NONE.
   */
  readonly mockValidation?: MockValidation | undefined;
  /** `false`: neither the machine nor those that it starts are held to their contracts. */
  readonly contracts?: false | undefined;
}

/** An input that StartExecution refuses; `name` is AWS's. */
export class InvalidExecutionInputError extends Error {
  override readonly name = 'InvalidExecutionInput';
}

const defaultStartTime = Date.UTC(2025, 0, 1);
const defaultAccount = '123456789012';

/** A state machine, ready to be executed any number of times, also at once: executions share nothing. */
export class StateMachine<const D extends Definition = Definition> {
  readonly type: WorkflowType;
  readonly name: string;
  readonly roleArn: string;
  readonly region: string;
  readonly account: string;
  /** The definition as asl's parser reads it, with the values of placeholders that are known. */
  readonly definition: StateMachineNode;
  /** Where the definition stands; undefined for one that was given as an object or a text. */
  readonly source: MachineSource | undefined;
  /** What its executions are held to. */
  readonly contract: MachineContract | undefined;
  readonly #plan: MachinePlan;
  readonly #checks: ContractChecks | undefined;

  /**
   * @throws {InvalidDefinitionError} for what CreateStateMachine refuses, and only for that: what must fail when it is
   * run is run, and fails as on AWS
   * @throws {InvalidContractError} for a contract that is no JSON Schema, or names what the machine does not have
   */
  constructor(definition: D, options: StateMachineOptions = {}) {
    const { type, file } = options;
    if (type !== undefined && !['STANDARD', 'EXPRESS'].includes(type)) {
      throw new TypeError(`"type" is ${JSON.stringify(type)}; use "STANDARD" or "EXPRESS"`);
    }
    this.name = checkedName(options.name ?? 'StateMachine', 'state machine');
    this.account = options.account ?? options.roleArn?.split(':')[4] ?? defaultAccount;
    this.roleArn = options.roleArn ?? `arn:aws:iam::${this.account}:role/${this.name}`;
    this.region = options.region ?? 'us-east-1';
    this.#plan = planMachine(definition, type, file);
    this.type = this.#plan.workflowType;
    this.definition = this.#plan.node;
    this.source = this.#plan.source;
    this.contract = contractFor(this.definition, options.contracts);
    this.#checks = this.contract && new ContractChecks(this.contract);
  }

  get arn(): string {
    return `arn:aws:states:${this.region}:${this.account}:stateMachine:${this.name}`;
  }

  /**
   * Runs an execution to its end, and gives it back finished. Waiting costs no time.
   * @throws {ContractViolationError} for an input, a call, an answer or an output that the contract does not allow
   */
  async execute(input?: unknown, options: ExecutionOptions<StateNames<D>> = {}): Promise<Execution<StateNames<D>>> {
    const prepared = this.#prepare(input, options, false);
    prepared.run.start();
    await prepared.run.finish();
    return new Execution(prepared);
  }

  /** Runs an execution to its end at once; undefined when an answer has to be waited for. @internal */
  executeNow(input: unknown, options: ExecutionOptions): Execution | undefined {
    const prepared = this.#prepare(input, options, false);
    prepared.run.start();
    return prepared.run.finishNow() ? new Execution(prepared) : undefined;
  }

  /** Begins an execution that moves only as far as the test lets it: see `LiveExecution`. */
  start(input?: unknown, options: ExecutionOptions<StateNames<D>> = {}): LiveExecution<StateNames<D>> {
    return new LiveExecution(this.#prepare(input, options, true));
  }

  /** Makes what answers the calls of one execution. @internal */
  resolverOf(tasks: Tasks | undefined): TaskResolver {
    return resolverOf(tasks, this.#plan.stateNames);
  }

  /** Begins an execution that another one has started. @internal */
  begin(world: World, input: Json, options: Pick<ExecutionOptions, 'name' | 'tasks'>): ExecutionRun {
    world.countNested();
    const { run } = this.#run(world, input, options);
    run.start();
    return run;
  }

  #prepare(input: unknown = {}, options: ExecutionOptions, hasWorkers: boolean): PreparedRun {
    const value = plainJson(input, 'The input of the execution');
    if (isTooLarge(value)) {
      throw new InvalidExecutionInputError(
        'The input of the execution is larger than 262144 bytes; pass a reference to it',
      );
    }
    const world = new World({
      startTime: startTimeOf(options),
      seed: options.seed ?? 1,
      observers: [...registeredObservers(), ...(options.observers ?? [])],
      runawayLimit: options.runawayLimit ?? 100_000,
      hasWorkers,
      mockValidation: checkedMockValidation(options.mockValidation),
      checksContracts: checkedOptOut(options.contracts),
    });
    return this.#run(world, value, options);
  }

  #run(world: World, input: Json, options: Pick<ExecutionOptions, 'name' | 'tasks'>): PreparedRun {
    const { random, scheduler } = world;
    const checks = world.checksContracts ? this.#checks : undefined;
    const violation = checks?.input(input);
    if (violation) throw violation;
    const calls = new CallLog(this.resolverOf(options.tasks));
    const run = new ExecutionRun({
      world,
      tasks: new TaskDesk(calls.resolve, world, checks),
      identity: executionIdentity({
        region: this.region,
        account: this.account,
        stateMachineName: this.name,
        executionName: options.name === undefined ? random.uuid() : checkedName(options.name, 'execution'),
        roleArn: this.roleArn,
        startTime: scheduler.now,
        expressId: this.type === 'EXPRESS' ? random.uuid() : undefined,
      }),
      workflowType: this.type,
      machine: { definition: this.#plan.node, source: this.#plan.source },
      scope: this.#plan.scope,
      input,
      timeout: this.#plan.timeout,
      outputFault: checks && ((output) => checks.output(output)),
    });
    return { run, calls, resolverOf: (tasks) => this.resolverOf(tasks) };
  }
}

function checkedOptOut(contracts: unknown): boolean {
  if (contracts === undefined || contracts === false) return contracts === undefined;
  throw new TypeError('"contracts" of an execution can only be false; give a contract to "new StateMachine"');
}

function startTimeOf({ startTime }: ExecutionOptions): number {
  const time = startTime?.getTime() ?? defaultStartTime;
  if (!Number.isNaN(time)) return time;
  throw new RangeError('"startTime" is an invalid date; use one such as new Date("2025-01-01T00:00:00Z")');
}
