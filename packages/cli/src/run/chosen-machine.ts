import { resolve } from 'node:path';
import {
  checkStateMachine,
  findDeclaration,
  nearest,
  readDocument,
  type AslDocument,
  type StateMachine,
  type WorkflowType,
} from '@stepproof/asl';
import type { RunOptions } from '../commands/run';
import { CouldNotRun } from '../could-not-run';
import type { Io } from '../io';
import { problemsOf } from './located-problems';
import { readText } from './read-text';

/** The machine that the user wants to run, which AWS would accept. */
export interface ChosenMachine {
  readonly node: StateMachine;
  readonly name: string;
  readonly type: WorkflowType;
}

/** @throws {CouldNotRun} if there is none, if it is not said which, or if AWS would refuse it */
export function chosenMachine(file: string, options: RunOptions, io: Io): ChosenMachine {
  const text = readText(file, io.cwd);
  const path = resolve(io.cwd, file);
  const document = readDocument(text, { filename: path, declaration: findDeclaration(path) });
  const { problems, lines } = document;
  const located = (found: readonly { readonly message: string; readonly range: readonly [number, number] }[]) =>
    found.map(({ message, range: [start] }) => ({ message, ...lines.locate(start) }));
  if (problems.length > 0) {
    throw problemsOf(file, located(problems), io, (count) => `cannot read "${file}": ${count}; correct the text`);
  }
  const node = machineNamed(options.machine, document, file);
  const type = (options.type?.toUpperCase() as WorkflowType | undefined) ?? node.declaration.workflowType ?? 'STANDARD';
  const refused = checkStateMachine(node, { workflowType: type }).filter(({ aws }) => aws !== undefined);
  if (refused.length > 0) {
    const remedy = (count: string): string => `AWS would refuse the definition in "${file}": ${count}; mend them first`;
    throw problemsOf(file, located(refused), io, remedy);
  }
  return { node, type, name: options.machine ?? node.declaration.name ?? nameOfFile(path) };
}

function machineNamed(name: string | undefined, { machines }: AslDocument, file: string): StateMachine {
  const [first, ...others] = machines;
  if (!first) {
    throw new CouldNotRun(
      `"${file}" holds no state machine that is known before deployment; name a definition or a template with one`,
    );
  }
  // The name is that of a declaration; a definition that stands alone has none, and so any will do.
  const isOnly = others.length === 0 && (name === undefined || first.declaration.name === undefined);
  const found = isOnly ? first : machines.find(({ declaration }) => name !== undefined && declaration.name === name);
  if (found) return found;
  const names = machines.flatMap(({ declaration }) => declaration.name ?? []);
  const listed = names.map((known) => `"${known}"`).join(', ');
  if (name === undefined) {
    throw new CouldNotRun(`"${file}" holds ${machines.length} state machines; choose one with --machine: ${listed}`);
  }
  const near = nearest(name, names);
  throw new CouldNotRun(
    `"${file}" holds no state machine "${name}"; ${near ? `did you mean "${near}"? ` : ''}it has ${listed}`,
  );
}

const nameOfFile = (path: string): string => /([^/\\.]+)[^/\\]*$/.exec(path)?.[1] ?? 'StateMachine';
