import { relative } from 'node:path';
import { declaredNameOf, nearest, type AslDocument } from '@stepproof/asl';
import { SourcedDefinition } from '../plan/machine-source';
import { readSource } from '../plan/read-source';
import { InvalidDefinitionError } from './invalid-definition-error';
import { StateMachine, type StateMachineOptions } from './state-machine';

export interface LoadMachineOptions extends Omit<StateMachineOptions, 'file' | 'name'> {
  /** What the file is called in messages. Default: its path from the working directory. */
  readonly displayName?: string | undefined;
  /** What `${Name}` in the definition stands for, over what the template says itself. */
  readonly substitutions?: Readonly<Record<string, string | number | boolean>>;
}

/** A file that holds no machine of that name; `names` has those that it does hold. */
export class UnknownMachineError extends Error {
  override readonly name = 'UnknownMachineError';
  readonly names: readonly string[];

  constructor(message: string, names: readonly string[]) {
    super(message);
    this.names = names;
  }
}

/**
 * Loads a machine from a file: a definition in JSON or YAML, or a template (CloudFormation, SAM, `cdk synth`, Serverless,
 * Terraform) or a source in TypeScript or JavaScript, where the name says which: its logical id, key or constant. The workflow's type and the values of placeholders are
 * those of the template, as far as it says them literally.
 * @param file relative to the working directory
 * @throws {UnknownMachineError} if the file holds no machine, or several and the name does not say which
 * @throws {InvalidDefinitionError} if the text cannot be read, or for what CreateStateMachine refuses
 */
export function loadMachine(file: string, name?: string, options?: LoadMachineOptions): StateMachine;
export function loadMachine(file: string, options?: LoadMachineOptions): StateMachine;
export function loadMachine(
  file: string,
  nameOrOptions?: string | LoadMachineOptions,
  givenOptions?: LoadMachineOptions,
): StateMachine {
  const [name, options = {}] =
    typeof nameOrOptions === 'object' ? [undefined, nameOrOptions] : [nameOrOptions, givenOptions];
  const { displayName = relative(process.cwd(), file), substitutions = {}, ...machineOptions } = options;
  const document = readSource(file, new Map(Object.entries(substitutions)));
  const { problems, lines, machines } = document;
  if (problems.length > 0) throw InvalidDefinitionError.ofText(problems, lines, displayName);
  const index = indexOfMachine(document, name, displayName);
  const node = machines[index]!;
  return new StateMachine(new SourcedDefinition(node, { document, index }), {
    name: name ?? node.declaration.name ?? nameOfFile(document.filename),
    file: displayName,
    ...machineOptions,
  });
}

function indexOfMachine({ machines }: AslDocument, name: string | undefined, file: string): number {
  const [first, ...others] = machines;
  if (!first) {
    throw new UnknownMachineError(
      `"${file}" holds no state machine that is known before deployment; name a definition or a template with one`,
      [],
    );
  }
  // The name is that of a declaration; a definition that stands alone has none, and so any will do.
  if (others.length === 0 && (name === undefined || first.declaration.name === undefined)) return 0;
  const index = machines.findIndex(({ declaration }) => name !== undefined && declaration.name === name);
  if (index !== -1) return index;
  const names = machines.flatMap(({ declaration }) => declaration.name ?? []);
  const listed = machines.flatMap(({ declaration }) => declaredNameOf(declaration) ?? []).join(', ');
  if (name === undefined) {
    throw new UnknownMachineError(`"${file}" holds ${machines.length} state machines; name one of ${listed}`, names);
  }
  const near = nearest(name, names);
  throw new UnknownMachineError(
    `"${file}" holds no state machine "${name}"; ${near ? `did you mean "${near}"? ` : ''}it has ${listed}`,
    names,
  );
}

/** `order.asl.json` -> `order`; the characters that a name may not have become dashes. */
const nameOfFile = (path: string): string =>
  (/([^/\\.]+)[^/\\]*$/.exec(path)?.[1] ?? 'StateMachine').replace(/[^\w-]/g, '-').slice(0, 80);
