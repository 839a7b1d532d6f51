import { memberOf, type Located } from '../../text/located';
import type { DeclaredMachine, Place } from '../declared-machine';
import { isLoggedBy } from '../logging';
import { firstFileIn } from './definitions';
import { isPlainModule } from './machines';

/**
 * A state machine of a `*.tf.json`: `resource.aws_sfn_state_machine.<name>`, or a module that takes a definition
 * (https://developer.hashicorp.com/terraform/language/syntax/json). CDK for Terraform writes such files.
 */
export function terraformJsonMachine({ object, key, parentKey }: Place): DeclaredMachine | undefined {
  const definition = memberOf(object, 'definition');
  const isModule = parentKey === 'module' && memberOf(object, 'source') !== undefined;
  if (!definition || (parentKey !== 'aws_sfn_state_machine' && !isModule)) return undefined;
  const source = memberOf(object, 'source');
  const isPlain = !isModule || (source?.kind === 'string' && isPlainModule(source.value));
  const type = memberOf(object, 'type');
  const declaration = {
    name: key,
    workflowType: type ? typeOf(type) : isPlain ? ('STANDARD' as const) : undefined,
    isLogged: isPlain ? isLoggedBy(only(memberOf(object, 'logging_configuration'))) : undefined,
    typeRange: type?.range,
  };
  const file = definition.kind === 'string' ? firstFileIn(definition.value) : undefined;
  return file === undefined ? { declaration, definition } : { declaration, file };
}

function typeOf(type: Located): 'STANDARD' | 'EXPRESS' | undefined {
  const text = type.kind === 'string' ? type.value.toUpperCase() : undefined;
  return text === 'STANDARD' || text === 'EXPRESS' ? text : undefined;
}

/** A block may be written as a list of one. */
const only = (block: Located | undefined): Located | undefined => (block?.kind === 'array' ? block.items[0] : block);
