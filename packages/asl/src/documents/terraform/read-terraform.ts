import type { DuplicateKey, Located, LocatedComment, LocatedString, Range, TextProblem } from '../../text/located';
import { walkOnce } from '../../text/value';
import { isDefinition } from '../bare';
import { onePerDefinition, type DeclaredMachine } from '../declared-machine';
import { duplicateKeysOf } from '../duplicate-keys';
import { findMachines } from '../find-machines';
import { scanHcl, type HclAttribute } from '../hcl/blocks';
import type { HclExpression } from '../hcl/expression';
import { heredocTemplate } from '../hcl/template';
import { speaksOfStates } from '../speaks-of-states';
import { lastAtOrBefore } from '../last-at-or-before';
import { TerraformConfiguration } from './configuration';
import { TerraformDefinitions } from './definitions';
import { declaredMachines, declaresMachine } from './machines';
import type { TerraformSiblings } from './siblings';

export interface TerraformFile {
  readonly machines: readonly DeclaredMachine[];
  /** Other heredocs that speak of states: a definition for a module, a CloudFormation template. */
  readonly heredocs: readonly LocatedString[];
  readonly comments: readonly LocatedComment[];
  /** Why an expression that holds a definition could not be read. */
  readonly problems: readonly TextProblem[];
  readonly duplicateKeys: readonly DuplicateKey[];
  /** The text of the file and, behind it, those of its siblings: places of what they say are places in it. */
  readonly text: string;
}

export const isTerraformFile = (filename: string): boolean => /\.tf(?:vars)?$/i.test(filename);

/**
 * Finds the definitions of a Terraform file, or of one with the values of variables (`.tfvars`): heredocs and `jsonencode({ ... })` in `aws_sfn_state_machine` resources, and
 * in the modules and locals that serve them. `file("...")` and `templatefile("...", ...)` give the name of the file that
 * holds the definition.
 *
 * The files of a folder are one configuration. A machine that files share is given for each that holds a part of it; what
 * stands in a sibling has its place behind the end of the file.
 *
 * What Terraform has to compute is not known. Heredocs with template directives (`%{ if ... }`) are not read: they are
 * not JSON before Terraform has rendered them.
 */
export function readTerraform(own: string, siblings?: TerraformSiblings): TerraformFile {
  const isConcerned = holdsNames.test(own) || mayDeclare.test(own);
  const { text, given, blocks, comments, variables } = joinedFiles(own, isConcerned ? siblings : undefined);
  if (!mayDeclare.test(text)) return { machines: [], heredocs: [], comments, problems: [], duplicateKeys: [], text };
  const configuration = new TerraformConfiguration(text, blocks, variables);
  const definitions = new TerraformDefinitions(configuration);
  const declared = blocks.filter(declaresMachine).flatMap((block) => declaredMachines(block, definitions));
  const isOwn = ({ range: [start] }: { readonly range: Range }): boolean => start <= own.length;
  const attributes = [...given, ...blocks.flatMap((block) => [...block.attributes.values()])];
  const unclaimed = otherMachines(attributes, configuration, declared);
  const machines = onePerDefinition([...declared, ...unclaimed]).filter(({ definition, file }) =>
    definition ? holdsOwn(definition, isOwn) : file !== undefined,
  );
  return {
    machines,
    heredocs: otherHeredocs(attributes.filter(isOwn), text, machines),
    comments,
    problems: configuration.problems().filter(isOwn),
    duplicateKeys: duplicateKeysOf(machines.flatMap(({ definition }) => definition ?? [])).filter(({ key }) =>
      isOwn(key),
    ),
    text,
  };
}

/** Spares following the expressions of files that are about something else. */
const mayDeclare = /aws_sfn_state_machine|StartAt|\bdefinition\b/;

/** What other files may take parts of a definition from. */
const holdsNames = /^\s*locals\b/m;

/** All files of a folder as one text, the own one first. */
function joinedFiles(own: string, { texts = [], values = [] }: Partial<TerraformSiblings> = {}) {
  const { blocks, comments, attributes } = scanHcl(own);
  const all = [...blocks];
  const variables = new Map<string, HclAttribute>();
  let at = own.length + 1;
  for (const [index, sibling] of [...texts, ...values].entries()) {
    const scanned = scanHcl(sibling, at);
    if (index < texts.length) for (const block of scanned.blocks) all.push(block);
    else for (const [name, attribute] of scanned.attributes) variables.set(name, attribute);
    at += sibling.length + 1;
  }
  // The values that a `.tfvars` file gives.
  const given = [...attributes.values()];
  return { text: [own, ...texts, ...values].join('\n'), given, blocks: all, comments, variables };
}

function holdsOwn(definition: Located, isOwn: (value: Located) => boolean): boolean {
  let isFound = false;
  walkOnce([definition], new Set(), (value) => (isFound ||= isOwn(value)));
  return isFound;
}

/**
 * Machines that nothing here declares: what any `jsonencode` encodes, and objects that are definitions but for their
 * `jsonencode`, which stands in another file. An object that something here refers to is read there, or is a part of a
 * definition: a branch alone would be found fault with.
 */
function otherMachines(
  attributes: readonly HclAttribute[],
  configuration: TerraformConfiguration,
  declared: readonly DeclaredMachine[],
): DeclaredMachine[] {
  const covered = new Set<Located>();
  walkOnce(
    declared.flatMap(({ definition }) => definition ?? []),
    covered,
  );
  const found: DeclaredMachine[] = [];
  const collect = (expression: HclExpression): void => {
    const value = configuration.values.valueOf(expression);
    if (value.kind !== 'object') return;
    for (const machine of findMachines(value)) {
      const { definition, declaration } = machine;
      if (!definition || covered.has(definition) || !(declaration ?? isDefinition(definition))) continue;
      walkOnce([definition], covered);
      found.push(machine);
    }
  };
  const candidates = attributes.filter(({ expression }) => /\bjsonencode\b|\bStartAt\b/.test(expression));
  for (const attribute of candidates) encodedBy(configuration.expressionOf(attribute)).forEach(collect);
  const mentioned = new Set(attributes.flatMap(localsMentioned));
  for (const attribute of candidates) {
    const expression = configuration.expressionOf(attribute);
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
    case 'conditional':
      return expression.choices.flatMap(encodedBy);
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
    .filter(({ lines: [start] }) => {
      const [from, to] = read[lastAtOrBefore(starts, start)] ?? [Infinity, Infinity];
      return !(from <= start && start < to);
    })
    .flatMap(({ lines, isIndented }) => heredocTemplate(text, lines, lines, isIndented) ?? [])
    .filter(({ value }) => speaksOfStates(value));
}
