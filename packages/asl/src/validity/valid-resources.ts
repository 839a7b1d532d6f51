import { isOnlyInDistributedMap, parseResource } from '../services';
import { descendantsOf, type Field } from '../syntax';
import { quotedNames } from '../text/quoted-names';
import { schema, type ValidityCheck } from './problem';

/** Resources that name nothing AWS could call. */
export const validResources: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    const field = node.field('Resource');
    if (field?.spec?.is !== 'resource' || field.value.kind !== 'string') continue;
    const text = field.value.value;
    const message = faultOf(text) ?? (field.spec.values ? notOneOf(field, text, field.spec.values) : notForTasks(text));
    if (!message) continue;
    yield {
      message: `"Resource": ${message}`,
      range: field.value.range,
      aws: schema(
        `The resource provided ${text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`,
        field.location,
      ),
    };
  }
};

function faultOf(text: string): string | undefined {
  const resource = parseResource(text);
  return resource.kind === 'unrecognized' ? resource.message : undefined;
}

/** An ItemReader and a ResultWriter take a few actions of S3 and no others. */
function notOneOf(field: Field, text: string, actions: readonly string[]): string | undefined {
  if (field.isUnknown || actions.includes(/^arn:[^:]*:states:::(.*)$/.exec(text)?.[1] ?? '')) return undefined;
  const arns = actions.map((action) => `arn:aws:states:::${action}`);
  return `"${text}" cannot be used here; use ${quotedNames(arns, 'or')}`;
}

/** What an ItemReader and a ResultWriter call is no optimized integration of a Task (developer guide's list of them). */
function notForTasks(text: string): string | undefined {
  const resource = parseResource(text);
  if (resource.kind !== 'optimized' || !isOnlyInDistributedMap(resource)) return undefined;
  const { service, action } = resource;
  return `"${service}:${action}" can be called only by a distributed Map, not by a Task; use "arn:aws:states:::aws-sdk:${service}:${action}"`;
}
