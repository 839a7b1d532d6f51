import { checkStateMachine, statesOf, type StateMachine as StateMachineNode, type WorkflowType } from '@stepproof/asl';
import { InvalidDefinitionError, type DefinitionProblem } from '../machine/invalid-definition-error';
import { compileScope } from './compile-scope';
import type { MachineSource } from './machine-source';
import type { ScopePlan } from './plan';
import { readDefinition, type Definition } from './read-definition';

/** A definition made ready to run. */
export interface MachinePlan {
  readonly node: StateMachineNode;
  readonly source: MachineSource | undefined;
  readonly workflowType: WorkflowType;
  readonly scope: ScopePlan;
  /** The TimeoutSeconds of the machine. */
  readonly timeout: number | undefined;
  /** The names of all states, those of inner scopes included. */
  readonly stateNames: ReadonlySet<string>;
}

/**
 * Parses, checks and compiles a definition.
 * @param type default: what the template says that declares the machine, else STANDARD
 * @throws {InvalidDefinitionError} for what CreateStateMachine refuses, with all problems
 */
export function planMachine(definition: Definition, type?: WorkflowType, givenFile?: string): MachinePlan {
  const { node, source, file, locate } = readDefinition(definition, givenFile);
  const workflowType = type ?? node.declaration.workflowType ?? 'STANDARD';
  const problems: DefinitionProblem[] = [];
  for (const { aws, message, range } of checkStateMachine(node, { workflowType })) {
    if (aws) problems.push({ message, aws, ...locate?.(range) });
  }
  if (problems.length > 0) throw new InvalidDefinitionError(problems, file);
  const timeout = node.TimeoutSeconds;
  return {
    node,
    source,
    workflowType,
    scope: compileScope(node),
    timeout: typeof timeout === 'number' ? timeout : undefined,
    stateNames: new Set(statesOf(node).map(({ name }) => name)),
  };
}
