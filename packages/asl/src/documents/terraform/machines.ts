import type { DeclaredMachine } from '../declared-machine';
import type { HclAttribute, HclBlock } from '../hcl/blocks';
import { isLoggedBy } from '../logging';
import type { TerraformConfiguration } from './configuration';
import type { TerraformDefinition, TerraformDefinitions } from './definitions';
import type { EachInstance } from './texts';

/** Whether a block makes a state machine: the resource, or a module that takes a definition. */
export function declaresMachine({ type, labels, attributes }: HclBlock): boolean {
  if (type === 'resource') return labels[0] === 'aws_sfn_state_machine';
  return type === 'module' && attributes.has('definition');
}

/** The machines of a block: one for each definition that it may have, and with `for_each` over what is known for each file. */
export function declaredMachines(block: HclBlock, definitions: TerraformDefinitions): DeclaredMachine[] {
  const instances = instancesOf(block.attributes.get('for_each'), definitions.configuration);
  const machines = instances
    .flatMap((each) => machinesOfInstance(block, definitions, each))
    .filter(({ file }) => file !== undefined);
  return machines.length > 0 ? machines : machinesOfInstance(block, definitions, undefined);
}

function machinesOfInstance(
  block: HclBlock,
  definitions: TerraformDefinitions,
  each: EachInstance | undefined,
): DeclaredMachine[] {
  const attribute = block.attributes.get('definition');
  const given = attribute ? definitions.definitionsAt(attribute, each) : [{}];
  return given.map((definition) => declaredMachine(block, definitions.configuration, each, definition));
}

function declaredMachine(
  block: HclBlock,
  configuration: TerraformConfiguration,
  each: EachInstance | undefined,
  { substitutions, ...given }: TerraformDefinition,
): DeclaredMachine {
  const type = block.attributes.get('type');
  const scalars = configuration.substitutions();
  // What `templatefile` puts into a file is all that the file knows of.
  const known = given.file === undefined && scalars.size > 0 ? scalars : substitutions;
  const declaration = {
    name: block.labels.at(-1),
    workflowType: workflowTypeOf(block, configuration, each),
    // A policy that allows it may stand in any file.
    isLogged: configuration.startsSynchronously ? undefined : isLogged(block, configuration),
    typeRange: type && configuration.expressionOf(type).range,
    ...(known && { substitutions: known }),
  };
  return { declaration, ...given };
}

/** Whether the defaults of a module are those of the resource: https://github.com/terraform-aws-modules/terraform-aws-step-functions */
export const isPlainModule = (source: string): boolean =>
  /\bterraform-aws-modules\/(?:terraform-aws-)?step-functions\b/.test(source);

/** A module may have a default of its own, so only what it is given counts. */
function workflowTypeOf(
  block: HclBlock,
  configuration: TerraformConfiguration,
  each: EachInstance | undefined,
): 'STANDARD' | 'EXPRESS' | undefined {
  const given = block.attributes.get('type');
  if (!given) return isPlain(block) ? 'STANDARD' : undefined;
  const text = configuration.texts.textOf(configuration.expressionOf(given), each)?.toUpperCase();
  return text === 'STANDARD' || text === 'EXPRESS' ? text : undefined;
}

function isLogged(block: HclBlock, configuration: TerraformConfiguration): boolean | undefined {
  if (!isPlain(block)) return undefined;
  if (block.type === 'module') {
    const given = block.attributes.get('logging_configuration');
    return isLoggedBy(given && configuration.values.valueOf(configuration.expressionOf(given)));
  }
  // A `dynamic` block may make one, or not.
  if (block.blocks.some(({ type, labels }) => type === 'dynamic' && labels[0] === 'logging_configuration')) {
    return undefined;
  }
  const logging = block.blocks.find(({ type }) => type === 'logging_configuration');
  if (!logging) return false;
  const level = logging.attributes.get('level');
  if (!level) return false;
  const text = configuration.texts.textOf(configuration.expressionOf(level))?.toUpperCase();
  return text === undefined ? undefined : text !== 'OFF';
}

function isPlain({ type, attributes }: HclBlock): boolean {
  return type === 'resource' || isPlainModule(attributes.get('source')?.expression ?? '');
}

/** The members of the map or set that a block is repeated for, as far as they are known. */
function instancesOf(forEach: HclAttribute | undefined, configuration: TerraformConfiguration): EachInstance[] {
  const over = forEach && configuration.values.valueOf(configuration.expressionOf(forEach));
  if (over?.kind === 'object') return over.entries.map(({ key, value }) => ({ key: key.value, value }));
  if (over?.kind !== 'array') return [];
  return over.items.flatMap((item) => (item.kind === 'string' ? [{ key: item.value, value: item }] : []));
}
