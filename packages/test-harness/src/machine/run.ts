import type { WorkflowType } from '@stepproof/asl';
import type { Definition } from '../plan/read-definition';
import type { Execution } from './execution';
import { StateMachine, type ExecutionOptions } from './state-machine';
import type { StateNames } from './state-names';

export interface RunOptions<StateName extends string = string> extends ExecutionOptions<StateName> {
  /** Default: what the template says that declares the machine, else STANDARD. */
  readonly type?: WorkflowType | undefined;
}

interface Compiled {
  readonly text: string;
  readonly machine: StateMachine;
}

/** Tests run one imported definition again and again: it is compiled once, unless it has been changed since. */
const compiled = new WeakMap<object, Map<WorkflowType | undefined, Compiled>>();

/**
 * Runs an execution of a definition to its end: `new StateMachine(definition, { type }).execute(input, options)`.
 * @throws {InvalidDefinitionError} for what CreateStateMachine refuses
 */
export async function run<const D extends Definition>(
  definition: D | StateMachine<D>,
  input?: unknown,
  options: RunOptions<StateNames<D>> = {},
): Promise<Execution<StateNames<D>>> {
  const { type, ...executionOptions } = options;
  return machineOf(definition, type).execute(input, executionOptions);
}

function machineOf<D extends Definition>(
  definition: D | StateMachine<D>,
  type: WorkflowType | undefined,
): StateMachine<D> {
  if (definition instanceof StateMachine) {
    if (type === undefined || type === definition.type) return definition;
    throw new TypeError(`The machine is of the type ${definition.type}; give the type where it is made, not to "run"`);
  }
  if (typeof definition === 'string') return new StateMachine<D>(definition, { type });
  const byType = compiled.get(definition) ?? new Map<WorkflowType | undefined, Compiled>();
  compiled.set(definition, byType);
  const known = byType.get(type);
  const text = textOf(definition);
  if (known && known.text === text) return known.machine;
  const machine = new StateMachine<D>(definition, { type });
  if (text !== undefined) byType.set(type, { text, machine: machine });
  return machine;
}

/** Undefined for what the machine will refuse: a definition in a cycle. */
function textOf(definition: object): string | undefined {
  try {
    return JSON.stringify(definition);
  } catch {
    return undefined;
  }
}
