import type { Json } from '@stepproof/asl';
import { Random } from '../scheduler/random';
import type { TaskCall, TaskOutcome, TaskResolver } from '../tasks/task-call';

/** All that an execution depends on: with the same scenario it is the same execution. */
export interface Scenario {
  readonly input: Json;
  /** What becomes of the calls of each Task, by its name, in their order. */
  readonly outcomes: Readonly<Record<string, readonly TaskOutcome[]>>;
  /** Decides what the calls after these get, UUIDs and jitter. 0: every later call gets the simplest result. */
  readonly seed: number;
  /** When the execution starts, as a timestamp. Default: that of every execution. */
  readonly startTime?: string | undefined;
}

/** A few results of each Task, the simplest first. */
export type ResultPool = ReadonlyMap<string, readonly Json[]>;

/** A call and what became of it. */
export interface AnsweredCall {
  readonly call: TaskCall;
  readonly outcome: TaskOutcome;
}

/** After so many calls of one Task, any of its results may come: whoever waits for one of them gets it in the end. */
const patience = 20;

/** Answers the calls of one execution as the scenario has it, and remembers how. */
export class ScenarioTasks {
  readonly answered: AnsweredCall[] = [];
  readonly #scenario: Scenario;
  readonly #pool: ResultPool;
  readonly #given: TaskResolver;
  readonly #counts = new Map<string, number>();
  #random: Random | undefined;

  /** @param given answers the calls that are not to be explored, and undefined to all others */
  constructor(scenario: Scenario, pool: ResultPool, given: TaskResolver) {
    this.#scenario = scenario;
    this.#pool = pool;
    this.#given = given;
  }

  readonly resolve: TaskResolver = (call) => {
    const given = this.#given(call);
    if (given !== undefined) return given;
    const count = this.#counts.get(call.state) ?? 0;
    this.#counts.set(call.state, count + 1);
    const outcome = this.#scenario.outcomes[call.state]?.[count] ?? this.#laterOutcome(call, count);
    this.answered.push({ call, outcome });
    return outcome;
  };

  #laterOutcome({ state }: TaskCall, count: number): TaskOutcome {
    const results = this.#pool.get(state) ?? [];
    const { seed } = this.#scenario;
    if (seed === 0 && count < patience) return { result: results[0] ?? {} };
    this.#random ??= new Random(seed);
    return { result: results[Math.floor(this.#random.next() * results.length)] ?? {} };
  }
}
