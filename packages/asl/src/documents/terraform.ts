import type { DuplicateKey, Located, LocatedComment, LocatedString, TextProblem } from '../text/located';
import { walkOnce } from '../text/value';
import { isDefinition } from './bare';
import { onePerDefinition, type DeclaredMachine } from './declared-machine';
import { duplicateKeysOf } from './duplicate-keys';
import { findMachines } from './find-machines';
import { scanHcl, type HclAttribute, type HclBlock } from './hcl';
import type { HclExpression } from './hcl-expression';
import { heredocDefinition, speaksOfStates } from './heredoc-definition';
import { lastAtOrBefore } from './last-at-or-before';
import { TerraformDefinitions } from './terraform-definitions';

export interface TerraformFile {
  readonly machines: readonly DeclaredMachine[];
  /** Other heredocs that speak of states: a definition for a module, a CloudFormation template. */
  readonly heredocs: readonly LocatedString[];
  readonly comments: readonly LocatedComment[];
  /** Why an expression that holds a definition could not be read. */
  readonly problems: readonly TextProblem[];
  readonly duplicateKeys: readonly DuplicateKey[];
}

export const isTerraformFile = (filename: string): boolean => /\.tf$/i.test(filename);

/**
 * Finds the definitions of a Terraform file: heredocs and `jsonencode({ ... })` in `aws_sfn_state_machine` resources, and
 * in the modules and locals that serve them. `file("...")` and `templatefile("...", ...)` give the name of the file that
 * holds the definition.
 *
 * What Terraform has to compute is not known. Heredocs with template directives (`%{ if ... }`) are not read: they are
 * not JSON before Terraform has rendered them.
 */
export function readTerraform(text: string): TerraformFile {
  const { blocks, comments } = scanHcl(text);
  if (!mayDeclare.test(text)) return { machines: [], heredocs: [], comments, problems: [], duplicateKeys: [] };
  const definitions = new TerraformDefinitions(text, blocks);
  // Blocks inside a resource are not told apart, so one of that name anywhere counts for all.
  const isLogged = text.includes('logging_configuration') ? undefined : false;
  const declared = blocks.filter(declaresMachine).map((block) => declaredMachine(block, definitions, isLogged));
  const attributes = blocks.flatMap((block) => [...block.attributes.values()]);
  const others = otherMachines(attributes, definitions, declared);
  const machines = onePerDefinition([...declared, ...others]);
  return {
    machines,
    heredocs: otherHeredocs(attributes, text, machines),
    comments,
    problems: definitions.problems(),
    duplicateKeys: duplicateKeysOf(machines.flatMap(({ definition }) => definition ?? [])),
  };
}

/** Spares following the expressions of files that are about something else. */
const mayDeclare = /aws_sfn_state_machine|StartAt|\bdefinition\b/;

function declaresMachine({ type, labels, attributes }: HclBlock): boolean {
  if (type === 'resource') return labels[0] === 'aws_sfn_state_machine';
  return type === 'module' && attributes.has('definition');
}

function declaredMachine(
  block: HclBlock,
  definitions: TerraformDefinitions,
  isLogged: false | undefined,
): DeclaredMachine {
  const attribute = block.attributes.get('definition');
  const { substitutions, ...given } = attribute ? definitions.definitionAt(attribute) : {};
  const declaration = {
    name: block.labels.at(-1),
    workflowType: workflowTypeOfBlock(block, definitions),
    isLogged: block.type === 'resource' ? isLogged : undefined,
    ...(substitutions && { substitutions }),
  };
  return { declaration, ...given };
}

/** A module may have a default of its own, so only what it is given counts. */
function workflowTypeOfBlock(
  { type, attributes }: HclBlock,
  definitions: TerraformDefinitions,
): 'STANDARD' | 'EXPRESS' | undefined {
  const given = attributes.get('type');
  if (!given) return type === 'resource' ? 'STANDARD' : undefined;
  const value = definitions.values.valueOf(definitions.expressionOf(given));
  const literal = value.kind === 'string' ? value.value.toUpperCase() : undefined;
  return literal === 'STANDARD' || literal === 'EXPRESS' ? literal : undefined;
}

/**
 * Machines that nothing here declares: what any `jsonencode` encodes, and objects that are definitions but for their
 * `jsonencode`, which stands in another file. An object that something here refers to is read there, or is a part of a
 * definition: a branch alone would be found fault with.
 */
function otherMachines(
  attributes: readonly HclAttribute[],
  definitions: TerraformDefinitions,
  declared: readonly DeclaredMachine[],
): DeclaredMachine[] {
  const covered = new Set<Located>();
  walkOnce(
    declared.flatMap(({ definition }) => definition ?? []),
    covered,
  );
  const found: DeclaredMachine[] = [];
  const collect = (expression: HclExpression): void => {
    const value = definitions.values.valueOf(expression);
    if (value.kind !== 'object') return;
    for (const machine of findMachines(value)) {
      const { definition, declaration } = machine;
      if (!definition || covered.has(definition) || !(declaration ?? isDefinition(definition))) continue;
      walkOnce([definition], covered);
      found.push(machine);
    }
  };
  const candidates = attributes.filter(({ expression }) => /\bjsonencode\b|\bStartAt\b/.test(expression));
  for (const attribute of candidates) encodedBy(definitions.expressionOf(attribute)).forEach(collect);
  const mentioned = new Set(attributes.flatMap(localsMentioned));
  for (const attribute of candidates) {
    const expression = definitions.expressionOf(attribute);
    if (expression.kind === 'object' && !mentioned.has(attribute.name)) collect(expression);
  }
  return found;
}

/** The locals that an attribute refers to; `for_each` gives the members of one to what it makes, and takes none apart. */
const localsMentioned = ({ name, expression }: HclAttribute): string[] =>
  name === 'for_each' ? [] : Array.from(expression.matchAll(/\blocal\.([\w-]+)/g), ([, local]) => local!);

/** The arguments of all calls of `jsonencode` in an expression; recursion is bounded by the parser. */
function encodedBy(expression: HclExpression): HclExpression[] {
  switch (expression.kind) {
    case 'call':
      return expression.name === 'jsonencode' ? expression.args.slice(0, 1) : expression.args.flatMap(encodedBy);
    case 'tuple':
      return expression.items.flatMap(encodedBy);
    case 'object':
      return expression.members.flatMap(({ value }) => encodedBy(value));
    case 'template':
      return expression.only ? encodedBy(expression.only) : [];
    default:
      return [];
  }
}

function otherHeredocs(
  attributes: readonly HclAttribute[],
  text: string,
  machines: readonly DeclaredMachine[],
): LocatedString[] {
  const read = machines.flatMap(({ definition }) => (definition ? [definition.range] : [])).sort(([a], [b]) => a - b);
  const starts = read.map(([start]) => start);
  return attributes
    .flatMap(({ heredocs }) => heredocs)
    .filter(([start]) => {
      const [from, to] = read[lastAtOrBefore(starts, start)] ?? [Infinity, Infinity];
      return !(from <= start && start < to);
    })
    .flatMap((range) => heredocDefinition(text, range) ?? [])
    .filter(({ value }) => speaksOfStates(value));
}
