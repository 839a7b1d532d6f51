import type { Located, LocatedObject } from '../text/located';
import type { Declaration, WorkflowType } from '../syntax';
import type { Substitutions } from './substitutions';

/** What a template, a Serverless or a Terraform file says of a state machine beside its definition. */
export interface TemplateDeclaration extends Declaration {
  /** The literal values that the template puts into the definition's `${Name}`. */
  readonly substitutions?: Substitutions;
}

/** A place of a file that declares a state machine. */
export interface DeclaredMachine {
  /** Undefined where a definition stands alone. */
  readonly declaration?: TemplateDeclaration | undefined;
  /** The definition: an object, a string that holds its text, or an intrinsic function that gives either. */
  readonly definition?: Located | undefined;
  /** The file that holds the definition, as the template writes it: relative to the template's folder. */
  readonly file?: string | undefined;
  /** Whether nothing says that the text is meant as a definition, or parts of it are taken from elsewhere. */
  readonly isUncertain?: boolean;
}

/** An object of a template, with the keys that lead to it; items of an array have the keys of the array. */
export interface Place {
  readonly object: LocatedObject;
  readonly key?: string | undefined;
  readonly parentKey?: string | undefined;
}

/** A workflow is STANDARD unless the template says otherwise; undefined when only deployment will tell. */
export function workflowTypeOf(type: Located | undefined): WorkflowType | undefined {
  if (!type) return 'STANDARD';
  return type.kind === 'string' && (type.value === 'STANDARD' || type.value === 'EXPRESS') ? type.value : undefined;
}

/** What is said of a definition that is declared more than once: only what all the declarations agree on. */
export function commonDeclaration<T extends TemplateDeclaration>(declarations: readonly T[]): T | undefined {
  const [first, ...others] = declarations;
  if (!first || others.length === 0) return first;
  const agreed = others.every(({ workflowType }) => workflowType === first.workflowType);
  const isLogged = others.every((other) => other.isLogged === first.isLogged) ? first.isLogged : undefined;
  const substitutions = new Map(first.substitutions);
  for (const [name, value] of substitutions) {
    if (others.some((other) => other.substitutions?.get(name) !== value)) substitutions.delete(name);
  }
  return { ...first, workflowType: agreed ? first.workflowType : undefined, isLogged, substitutions };
}

/** A definition that places share, by a YAML alias or a Terraform local, is one machine: its findings are told once. */
export function onePerDefinition(machines: readonly DeclaredMachine[]): DeclaredMachine[] {
  const declarations = new Map<Located, TemplateDeclaration[]>();
  for (const { definition, declaration } of machines) {
    if (!definition) continue;
    const known = declarations.get(definition) ?? [];
    if (declaration) known.push(declaration);
    declarations.set(definition, known);
  }
  return machines.flatMap((machine) => {
    if (!machine.definition) return [machine];
    const known = declarations.get(machine.definition);
    declarations.delete(machine.definition);
    return known ? [{ ...machine, declaration: commonDeclaration(known) }] : [];
  });
}
