import fc from 'fast-check';
import {
  MapState,
  statesOf,
  taskResultShape,
  TaskState,
  type Json,
  type State,
  type StateMachine,
} from '@stepproof/asl';
import type { TaskOutcome } from '../../tasks/task-call';
import type { ResultPool, Scenario } from '../scenario';
import { itemSourceArbitrary } from './item-source';
import { itemsKey, machineUses } from './machine-uses';
import { failuresOf, outcomeArbitrary, resultArbitrary, type TaskContract } from './task-outcome';
import { UsedValue } from './used-value';
import { valueArbitrary } from './value-arbitrary';

/** What is known of the world around a machine. */
export interface Contracts {
  /** Default: what the machine's own paths say of its input. */
  readonly input?: fc.Arbitrary<unknown> | undefined;
  /** By the names of Tasks. */
  readonly tasks?: Readonly<Record<string, TaskContract>> | undefined;
}

/** Everything that can happen to a machine, as far as its definition and the contracts tell. */
export class ScenarioSpace {
  readonly input: fc.Arbitrary<Json>;
  /** What may become of each call, by the name of the Task. */
  readonly outcomes: ReadonlyMap<string, fc.Arbitrary<TaskOutcome>>;
  readonly #contracts: NonNullable<Contracts['tasks']>;
  readonly #results: ReadonlyMap<string, fc.Arbitrary<Json>>;

  constructor(machine: StateMachine, { input, tasks = {} }: Contracts = {}) {
    this.#contracts = tasks;
    const uses = machineUses(machine);
    const states = [...statesOf(machine)];
    const calling = states.filter((state) => state instanceof TaskState);
    const usesOf = (name: string): UsedValue => uses.results.get(name) ?? new UsedValue();
    // Of a result that nobody seems to read, later states may still read what it was made into.
    const resultOf = (task: TaskState): UsedValue => {
      const used = usesOf(task.name);
      return used.isUsed || taskResultShape(task.resource) ? used : uses.input;
    };
    this.input = (input as fc.Arbitrary<Json> | undefined) ?? rootArbitrary(uses.input, states);
    const readers = states.filter((state): state is MapState => state instanceof MapState && !!state.itemReader);
    const sources = readers.map((map) => [map.name, itemSourceArbitrary(map, usesOf(itemsKey(map.name)))] as const);
    this.outcomes = new Map([
      ...calling.map((task) => [task.name, outcomeArbitrary(task, resultOf(task), tasks[task.name])] as const),
      ...sources.map(([name, source]) => [name, readerOutcome(source)] as const),
    ]);
    this.#results = new Map([
      ...calling.map((task) => [task.name, resultArbitrary(task, resultOf(task), tasks[task.name])] as const),
      ...sources,
    ]);
  }

  /** Most executions go well most of the way: failures that come all at once hide what comes behind the first. */
  get scenarios(): fc.Arbitrary<Scenario> {
    const planned = [...this.outcomes].map(([name, outcome]) => [name, plan(outcome)] as const);
    return fc.record(
      {
        input: this.input,
        outcomes: fc.record(Object.fromEntries(planned), { noNullPrototype: true }),
        seed: fc.nat({ max: 2 ** 31 }),
        startTime,
      },
      { noNullPrototype: true },
    );
  }

  /** How the calls of a Task may fail. */
  failuresOf(task: TaskState): readonly TaskOutcome[] {
    return failuresOf(task, this.#contracts[task.name]);
  }

  /** An input with all that the machine reads. */
  get typicalInput(): Json {
    const samples = fc.sample(this.input, { numRuns: 20, seed: 1 });
    return samples.reduce((most, input) => (sizeOf(input) > sizeOf(most) ? input : most));
  }

  /** A few results of each Task. */
  pool(seed: number): ResultPool {
    const size = 24;
    return new Map([...this.#results].map(([name, results]) => [name, fc.sample(results, { numRuns: size, seed })]));
  }
}

/** Clocks that programs stumble over: a leap day, the ends of a month, a quarter and a year, years ahead. */
const startTime = fc.oneof(
  { weight: 5, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2024-02-29T12:00:00.000Z',
      '2025-03-31T23:59:59.999Z',
      '2025-12-31T23:59:59.999Z',
      '2037-06-15T09:30:00.000Z',
    ),
  },
);

const readerOutcome = (source: fc.Arbitrary<Json>): fc.Arbitrary<TaskOutcome> =>
  fc.oneof(
    source.map((result): TaskOutcome => ({ result })),
    fc.constant<TaskOutcome>({ error: 'S3.NoSuchKeyException', cause: 'The specified key does not exist.' }),
  );

/** Nothing special, some calls one after the other, or the same for every call that there is: no Retry outlasts that. */
function plan(outcome: fc.Arbitrary<TaskOutcome>): fc.Arbitrary<readonly TaskOutcome[]> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(outcome, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: outcome.map((always) => Array.from({ length: everyCall }, () => always)) },
  );
}

/** More calls than the Retriers of one state make as a rule. */
const everyCall = 12;

/** The input of an execution is an object if anything is put into it. */
function rootArbitrary(used: UsedValue, states: readonly State[]): fc.Arbitrary<Json> {
  const isObject = used.members.size === 0 && !used.item && states.some(putsIntoInput);
  return used.isUsed && !isObject ? valueArbitrary(used) : fc.constant<Json>({});
}

/** Optional members are in the one and not in the other. */
const sizeOf = (input: Json): number => (typeof input === 'object' && input !== null ? Object.keys(input).length : 0);

const putsIntoInput = (state: State): boolean => {
  const path = state.field('ResultPath')?.json;
  return typeof path === 'string' && path !== '$';
};
