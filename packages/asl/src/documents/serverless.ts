import { memberOf, type Located } from '../text/located';
import { isDefinition } from './bare';
import { isLoggedBy } from './logging';
import { workflowTypeOf, type DeclaredMachine, type Place } from './declared-machine';

const fileReference = /^\$\{file\(\s*['"]?([^)'"${}]+?)['"]?\s*\)/;

/**
 * A machine of the Serverless Framework: `stepFunctions.stateMachines.<key>` with `definition` and `type`
 * (https://www.serverless.com/plugins/serverless-step-functions). The requests and answers of the Step Functions API and
 * Terraform's JSON files have the same two members, and `${file(machine.yml)}` puts such an object into a file of its
 * own, so it counts elsewhere too if the definition is evidently one.
 */
export function serverlessMachine({ object, key, parentKey }: Place): DeclaredMachine | undefined {
  const definition = memberOf(object, 'definition');
  if (!definition) return undefined;
  if (parentKey !== 'stateMachines' && !isEvident(definition)) return undefined;
  const type = memberOf(object, 'type');
  const declaration = {
    name: key,
    workflowType: workflowTypeOf(type),
    isLogged: parentKey === 'stateMachines' ? isLoggedBy(memberOf(object, 'loggingConfig')) : undefined,
    typeRange: type?.range,
  };
  const file = fileOf(definition);
  return file === undefined ? { declaration, definition } : { declaration, file };
}

function isEvident(definition: Located): boolean {
  if (definition.kind === 'string')
    return /"StartAt"\s*:/.test(definition.value) && /"States"\s*:/.test(definition.value);
  return isDefinition(definition);
}

/** `${file(path)}` and `${file(path):key}`, quoted or not. */
function fileOf(definition: Located): string | undefined {
  const text =
    definition.kind === 'string' ? definition.value : definition.kind === 'placeholder' ? definition.text : '';
  return fileReference.exec(text)?.[1];
}
