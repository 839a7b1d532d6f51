import type { JsonSchema as ContractSchema } from '@stepproof/asl';
import fc from 'fast-check';
import type { StateMachine } from '../machine/state-machine';
import type { Contracts } from './arbitraries/scenario-arbitrary';
import { schemaArbitrary, type JsonSchema } from './arbitraries/schema-arbitrary';
import type { TaskContract } from './arbitraries/task-outcome';

/** What a Task can do: its results as a JSON Schema or an arbitrary, and its errors, States.Timeout where nobody may answer. */
export interface GivenContract {
  readonly result?: JsonSchema | fc.Arbitrary<unknown>;
  readonly errors?: readonly string[];
}

/** What a call says of the world around the machine, over the contract of the machine. */
export interface GivenContracts {
  /** What inputs there are. Default: the contract of the machine, else what its own paths and comparisons ask for. */
  readonly input?: JsonSchema | fc.Arbitrary<unknown>;
  /** What the Tasks give back and which errors they raise, by the names of states. Default: the contract of the machine. */
  readonly tasks?: Readonly<Record<string, GivenContract>>;
}

/** What is known of the inputs and the answers: by the call, else by the contract of the machine. */
export function contractsOf({ contract }: Pick<StateMachine, 'contract'>, given: GivenContracts = {}): Contracts {
  const input = given.input ?? contract?.input;
  const tasks: Record<string, TaskContract> = {};
  for (const [name, { result, errors }] of [...(contract?.tasks ?? []), ...Object.entries(given.tasks ?? {})]) {
    tasks[name] = { ...(result !== undefined && { result: arbitraryOf(result) }), ...(errors && { errors }) };
  }
  return { input: input === undefined ? undefined : arbitraryOf(input), tasks };
}

const arbitraryOf = (given: JsonSchema | ContractSchema | fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  given instanceof fc.Arbitrary ? given : schemaArbitrary(given);
