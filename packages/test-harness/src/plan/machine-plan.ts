import {
  checkStateMachine,
  LineIndex,
  parseStateMachine,
  parseText,
  statesOf,
  type Located,
  type WorkflowType,
  StateMachine as StateMachineNode,
} from '@stepproof/asl';
import { InvalidDefinitionError, type DefinitionProblem } from '../machine/invalid-definition-error';
import { compileScope } from './compile-scope';
import { locatedValue } from './located-value';
import type { ScopePlan } from './plan';

/** A definition made ready to run. */
export interface MachinePlan {
  readonly node: StateMachineNode;
  readonly scope: ScopePlan;
  /** The TimeoutSeconds of the machine. */
  readonly timeout: number | undefined;
  /** The names of all states, those of inner scopes included. */
  readonly stateNames: ReadonlySet<string>;
}

/** A definition as an object, as JSON or YAML text, or as the node that asl's parser has made of it. */
export type Definition = object | string | StateMachineNode;

/**
 * Parses, checks and compiles a definition.
 * @throws {InvalidDefinitionError} for what CreateStateMachine refuses, with all problems
 */
export function planMachine(definition: Definition, workflowType: WorkflowType, file?: string): MachinePlan {
  const text = typeof definition === 'string' ? definition : undefined;
  const node = definition instanceof StateMachineNode ? definition : parseStateMachine(locatedOf(definition, file));
  const lines = text === undefined ? undefined : new LineIndex(text);
  const problems: DefinitionProblem[] = [];
  for (const { aws, message, range } of checkStateMachine(node, { workflowType })) {
    if (aws) problems.push({ message, aws, ...lines?.locate(range[0]) });
  }
  if (problems.length > 0) throw new InvalidDefinitionError(problems, file);
  const timeout = node.TimeoutSeconds;
  return {
    node,
    scope: compileScope(node),
    timeout: typeof timeout === 'number' ? timeout : undefined,
    stateNames: new Set(statesOf(node).map(({ name }) => name)),
  };
}

function locatedOf(definition: object | string, file: string | undefined): Located {
  if (typeof definition !== 'string') return locatedValue(definition);
  const { root, problems } = parseText(definition, /^\s*[{[]/.test(definition) ? 'json' : 'yaml');
  if (root && problems.length === 0) return root;
  const lines = new LineIndex(definition);
  throw new InvalidDefinitionError(
    problems.map(({ message, range }) => ({
      message,
      aws: { code: 'INVALID_JSON_DESCRIPTION', message },
      ...lines.locate(range[0]),
    })),
    file,
  );
}
