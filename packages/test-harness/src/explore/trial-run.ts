import type { StateMachine as StateMachineNode } from '@stepproof/asl';
import type { HistoryObserver } from '../history/history';
import type { Execution } from '../machine/execution';
import type { StateMachine } from '../machine/state-machine';
import { Random } from '../scheduler/random';
import type { TaskCall, TaskOutcome, TaskResolver } from '../tasks/task-call';
import type { Again, Trial } from './invariants/invariant';
import { ScenarioTasks, type AnsweredCall, type ResultPool, type Scenario } from './scenario';

/** A machine that scenarios are tried on. */
export interface Subject {
  readonly machine: StateMachine;
  readonly definition: StateMachineNode;
  readonly pool: ResultPool;
  /** Makes, for one execution, what answers the calls that are not to be explored. */
  readonly given: () => TaskResolver;
  readonly observers: readonly HistoryObserver[];
  /** After how many events an execution is taken for one without an end. */
  readonly maxEvents: number;
  /** Whether executions are held to the contract of the machine. */
  readonly isChecked: boolean;
}

/** One execution of the machine in a scenario. Rejects with RunawayError when it has no end. */
export async function tryScenario(subject: Subject, scenario: Scenario): Promise<Trial> {
  const tasks = new ScenarioTasks(scenario, subject.pool, subject.given());
  const seed = executionSeed(scenario);
  const execution = await execute(subject, scenario, {
    tasks: tasks.resolve,
    seed,
    observers: subject.observers,
    startTime: scenario.startTime === undefined ? undefined : new Date(scenario.startTime),
  });
  return new FinishedTrial(subject, scenario, execution, tasks.answered);
}

/** A scenario without a seed is executed as any execution for which nobody gives one. */
const executionSeed = ({ seed }: Scenario): number => (seed === 0 ? 1 : seed);

interface Circumstances {
  readonly tasks: TaskResolver;
  readonly seed: number;
  readonly observers?: readonly HistoryObserver[];
  readonly startTime?: Date | undefined;
  readonly contracts?: false;
}

const execute = ({ machine, maxEvents, isChecked }: Subject, { input }: Scenario, options: Circumstances) =>
  machine.execute(input, { ...options, runawayLimit: maxEvents, ...(!isChecked && { contracts: false }) });

class FinishedTrial implements Trial {
  readonly definition: StateMachineNode;
  readonly scenario: Scenario;
  readonly execution: Execution;
  readonly answered: readonly AnsweredCall[];
  readonly #subject: Subject;

  constructor(subject: Subject, scenario: Scenario, execution: Execution, answered: readonly AnsweredCall[]) {
    this.definition = subject.definition;
    this.scenario = scenario;
    this.execution = execution;
    this.answered = answered;
    this.#subject = subject;
  }

  async again({ maxDelay = 0, outcome }: Again = {}): Promise<Trial> {
    const seed = executionSeed(this.scenario);
    const answered = this.answered.map((before) => ({ ...before, outcome: outcome?.(before) ?? before.outcome }));
    const replay = new Replay(answered, this.#subject.given(), maxDelay, new Random(seed + 1));
    const execution = await execute(this.#subject, this.scenario, {
      tasks: replay.resolve,
      seed: seed + 1,
      startTime: new Date(this.execution.startDate.getTime() + oneHour),
      // A call that comes on another way is answered with what nobody has agreed on.
      contracts: false,
    });
    return new FinishedTrial(this.#subject, this.scenario, execution, replay.answered);
  }
}

const oneHour = 3_600_000;

/** Answers each call as it was answered before, whichever comes first now. */
class Replay {
  readonly answered: AnsweredCall[] = [];
  readonly #outcomes = new Map<string, TaskOutcome[]>();
  readonly #given: TaskResolver;
  readonly #maxDelay: number;
  readonly #random: Random;

  constructor(before: readonly AnsweredCall[], given: TaskResolver, maxDelay: number, random: Random) {
    this.#given = given;
    this.#maxDelay = maxDelay;
    this.#random = random;
    for (const { call, outcome } of before) {
      const key = keyOf(call);
      const outcomes = this.#outcomes.get(key) ?? [];
      outcomes.push(outcome);
      this.#outcomes.set(key, outcomes);
    }
  }

  readonly resolve: TaskResolver = (call) => {
    const given = this.#given(call);
    if (given !== undefined) return isOutcome(given) ? this.#delayed(given) : given;
    const outcomes = this.#outcomes.get(keyOf(call)) ?? [];
    const outcome: TaskOutcome = outcomes.shift() ?? { result: {} };
    this.answered.push({ call, outcome });
    return this.#delayed(outcome);
  };

  #delayed(outcome: TaskOutcome): TaskOutcome {
    return this.#maxDelay === 0 ? outcome : { ...outcome, after: this.#random.next() * this.#maxDelay };
  }
}

const isOutcome = (answer: object): answer is TaskOutcome =>
  'result' in answer || 'error' in answer || 'never' in answer;

const keyOf = ({ state, iterations }: TaskCall): string => `${iterations.join('.')} ${state}`;
