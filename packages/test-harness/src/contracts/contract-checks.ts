import { parseResource, type Json, type JsonSchema, type MachineContract } from '@stepproof/asl';
import type { TaskCall } from '../tasks/task-call';
import type { TaskEnd } from '../tasks/task-end';
import { allowsError } from './allows-error';
import { ContractViolationError, type ContractPart } from './contract-violation-error';
import { schemaFaults } from './schema-faults';

/** Holds what an execution is given, hands on, gets back and gives against the contract of its machine. */
export class ContractChecks {
  readonly #contract: MachineContract;

  constructor(contract: MachineContract) {
    this.#contract = contract;
  }

  input(value: Json): ContractViolationError | undefined {
    return this.#violation('input', this.#contract.input, value, 'The input of the execution');
  }

  output(value: Json): ContractViolationError | undefined {
    return this.#violation('output', this.#contract.output, value, 'The output of the execution');
  }

  /** What a Task calls its integration with. */
  call({ state, resource, parameters }: TaskCall): ContractViolationError | undefined {
    const what = `The call of "${resource}" in the state "${state}"`;
    return this.#violation('parameters', this.#contract.tasks.get(state)?.parameters, parameters, what, state);
  }

  /** What has become of a call. Silence is allowed to everybody. */
  end(end: TaskEnd, { state, resource }: TaskCall): ContractViolationError | undefined {
    const task = this.#contract.tasks.get(state);
    if (!task || end.kind === 'timeout') return undefined;
    if (end.kind === 'result') {
      return this.#violation(
        'result',
        task.result,
        end.result,
        `The result of "${resource}" in the state "${state}"`,
        state,
      );
    }
    const { error = '' } = end;
    if (allowsError(task, error, parseResource(resource))) return undefined;
    const { errors = [] } = task;
    const known = errors.length ? `lists ${errors.map((name) => `"${name}"`).join(', ')}` : 'lists none';
    const what = `The error "${error}" of "${resource}" in the state "${state}", for which the contract ${known},`;
    return this.#error('error', what, [], state);
  }

  #violation(
    part: ContractPart,
    schema: JsonSchema | undefined,
    value: Json,
    what: string,
    state?: string,
  ): ContractViolationError | undefined {
    const faults = schema === undefined ? [] : schemaFaults(schema, value);
    return faults.length > 0 ? this.#error(part, what, faults, state) : undefined;
  }

  #error(part: ContractPart, what: string, faults: ContractViolationError['faults'], state: string | undefined) {
    const { name: contract } = this.#contract;
    return new ContractViolationError({ part, contract, faults, ...(state !== undefined && { state }) }, what);
  }
}
