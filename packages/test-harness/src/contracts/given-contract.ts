import { givenContract, type MachineContract, type StateMachine } from '@stepproof/asl';
import { InvalidContractError } from './invalid-contract-error';

/** A contract as a test writes it; what is in a `*.contracts.json`. */
export interface Contract {
  /** JSON Schema of what the machine is started with. */
  readonly input?: object | boolean;
  /** JSON Schema of what the machine gives when it succeeds. */
  readonly output?: object | boolean;
  /** By the names of Tasks. */
  readonly tasks?: Readonly<Record<string, ContractOfTask>>;
  /** Schemas that others refer to: `{ "$ref": "#/$defs/Order" }`. */
  readonly $defs?: Readonly<Record<string, object | boolean>>;
}

interface ContractOfTask {
  /** JSON Schema of what the integration is called with. */
  readonly parameters?: object | boolean;
  /** JSON Schema of what the integration gives back. */
  readonly result?: object | boolean;
  /** The names of the errors that it raises of its own. */
  readonly errors?: readonly string[];
}

/**
 * The contract that holds for a machine: the one given, else the one of the file that it comes from.
 * @throws {InvalidContractError}
 */
export function contractFor(machine: StateMachine, given: Contract | false | undefined): MachineContract | undefined {
  if (given === false) return undefined;
  if (given !== undefined && (typeof given !== 'object' || (given as unknown) === null)) {
    throw new TypeError(`"contracts" is ${JSON.stringify(given)}; give a contract, an object, or false for none`);
  }
  const contract = given ? givenContract(given).contractOf(machine, [machine]) : machine.contract;
  if (contract?.problems.length) throw new InvalidContractError(contract.problems);
  return contract;
}
