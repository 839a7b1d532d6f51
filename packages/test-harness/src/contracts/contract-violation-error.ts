import { faultText, type SchemaFault } from './schema-faults';

/** What an execution has to do with the outside world, as contracts see it. */
export type ContractPart = 'input' | 'parameters' | 'result' | 'error' | 'output';

export interface ContractViolation {
  readonly part: ContractPart;
  /** What messages call the contract. */
  readonly contract: string;
  /** The name of the Task; undefined for the input and the output of the machine. */
  readonly state?: string;
  /** None for an error. */
  readonly faults: readonly SchemaFault[];
}

/** More faults than that say the same. */
const maxShown = 5;

const remedies: Readonly<Record<ContractPart, string>> = {
  input: 'start the execution with what the machine is given',
  parameters: 'mend what the state hands on',
  result: 'let the mock answer as the integration does',
  error: 'let the mock fail as the integration does',
  output: 'mend what the machine makes',
};

/**
 * What goes into a machine, into its Tasks or out of them is not what the contract says. It fails the test, not the machine:
 * AWS knows of no contract.
 */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
  readonly part: ContractPart;
  readonly state: string | undefined;
  /** All that is wrong, with JSON pointers; none for an error that the contract does not list. */
  declare readonly faults: readonly SchemaFault[];
  /** What is broken, without the values: the same for all violations of one demand. */
  declare readonly title: string;

  constructor({ part, contract, state, faults }: ContractViolation, what: string) {
    const texts = faults.slice(0, maxShown).map(faultText);
    const more = faults.length - texts.length;
    const found = texts.length ? `: ${texts.join('; ')}${more > 0 ? `; and ${more} more` : ''}` : '';
    super(`${what} breaks ${contract}${found}; ${remedies[part]}, or change the contract`);
    this.part = part;
    this.state = state;
    Object.defineProperty(this, 'faults', { value: faults });
    const [first] = faults;
    const place = first ? ` at "${first.pointer || '/'}", which ${first.demand}` : '';
    Object.defineProperty(this, 'title', { value: `${what} breaks ${contract}${place}` });
  }
}
