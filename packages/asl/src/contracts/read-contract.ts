import { nearest } from '../expressions/nearest';
import { statesOf, TaskState, type State, type StateMachine } from '../syntax';
import { memberOf, type Located } from '../text/located';
import { quotedFew } from '../text/quoted-names';
import type { ContractProblem, JsonSchema, MachineContract, TaskContract } from '../syntax/contract';
import { machineMembers, machineSchemas, taskMembers, taskSchemas } from './contract-members';
import { nameOf, type ContractFiles, type ContractSource } from './contract-source';
import { pointerTo } from '../text/pointer';
import { readSchema } from './read-schema';

/** Where the contract of a machine stands. */
export interface ContractPlace {
  readonly value: Located;
  readonly source: ContractSource;
  readonly pointer: string;
  readonly files: ContractFiles;
}

const namesOf = <Name extends string>(members: Readonly<Record<Name, string>>): Name[] =>
  Object.keys(members) as Name[];

/** Reads the contract of a machine out of its document, and holds its names against the machine. */
export function readContract(machine: StateMachine, { value, source, pointer, files }: ContractPlace): MachineContract {
  const reader = new ContractReader(source, files);
  const { input, output } = reader.schemas(value, pointer, namesOf(machineSchemas), machineMembers);
  const tasks = reader.tasks(value, pointer, machine);
  return {
    name: nameOf(source),
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    tasks,
    problems: [...new Map(reader.problems.map((problem) => [JSON.stringify(problem), problem])).values()],
  };
}

/** A contract that cannot be used at all. */
export const brokenContract = (source: ContractSource, problems: readonly ContractProblem[]): MachineContract => ({
  name: nameOf(source),
  tasks: new Map(),
  problems,
});

class ContractReader {
  readonly problems: ContractProblem[] = [];
  readonly #source: ContractSource;
  readonly #files: ContractFiles;

  constructor(source: ContractSource, files: ContractFiles) {
    this.#source = source;
    this.#files = files;
  }

  tasks(value: Located, pointer: string, machine: StateMachine): ReadonlyMap<string, TaskContract> {
    const tasks = new Map<string, TaskContract>();
    const found = memberOf(value, 'tasks');
    if (!found) return tasks;
    const at = pointerTo(pointer, 'tasks');
    if (found.kind !== 'object') {
      this.#fault(found, at, 'must be an object; write { "<name of the state>": { "result": ... } }');
      return tasks;
    }
    const states = new Map([...statesOf(machine)].map((state) => [state.name, state]));
    for (const { key, value: task } of found.entries) {
      const own = pointerTo(at, key.value);
      const fault = stateFault(key.value, states);
      if (fault !== undefined) {
        this.#fault(key, own, fault);
        continue;
      }
      const { parameters, result } = this.schemas(task, own, namesOf(taskSchemas), taskMembers);
      const errors = this.#errors(task, own);
      tasks.set(key.value, {
        ...(parameters !== undefined && { parameters }),
        ...(result !== undefined && { result }),
        ...(errors && { errors }),
      });
    }
    return tasks;
  }

  /** The members that are schemas; other members than these and `others` are problems. */
  schemas<Name extends string>(
    value: Located,
    pointer: string,
    names: readonly Name[],
    others: readonly string[],
  ): Partial<Record<Name, JsonSchema>> {
    const read: Partial<Record<Name, JsonSchema>> = {};
    if (value.kind !== 'object') {
      this.#fault(value, pointer, `must be an object; write { "${names[0]}": ... }`);
      return read;
    }
    for (const { key, value: member } of value.entries) {
      const at = pointerTo(pointer, key.value);
      const name = names.find((one) => one === key.value);
      if (name !== undefined) {
        const made = readSchema(member, this.#source, at, this.#files);
        if ('schema' in made) read[name] = made.schema;
        else this.problems.push(...made.problems);
      } else if (!others.includes(key.value)) {
        const known = [...names, ...others].filter((other) => /^[a-z]/.test(other) && other !== 'definitions');
        const meant = nearest(key.value, known);
        const remedy =
          meant === undefined ? `use ${known.map((one) => `"${one}"`).join(', ')}` : `did you mean "${meant}"?`;
        this.#fault(key, at, `is not known here; ${remedy}`);
      }
    }
    return read;
  }

  #errors(task: Located, pointer: string): readonly string[] | undefined {
    const value = memberOf(task, 'errors');
    if (!value) return undefined;
    const names =
      value.kind === 'array' ? value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : [])) : [];
    if (value.kind === 'array' && names.length === value.items.length) return names;
    this.#fault(value, pointerTo(pointer, 'errors'), 'must be a list of the names of errors');
    return undefined;
  }

  #fault(value: Located, pointer: string, fault: string): void {
    this.problems.push(this.#source.problemAt(value, pointer, fault));
  }
}

/** Why no Task of the machine can be meant. */
function stateFault(name: string, states: ReadonlyMap<string, State>): string | undefined {
  const state = states.get(name);
  if (state instanceof TaskState) return undefined;
  if (state) return `is a state that calls nothing ("${state.name}" is no Task); name the Task that does`;
  const tasks = [...states.values()].filter((one) => one instanceof TaskState).map((task) => task.name);
  const meant = nearest(name, tasks);
  if (meant !== undefined) return `is no state of the machine; did you mean "${meant}"?`;
  const use = tasks.length ? `use ${quotedFew(tasks)}` : 'the machine has no Tasks, so leave it out';
  return `is no state of the machine; ${use}`;
}
