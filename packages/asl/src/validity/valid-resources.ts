import { parseResource } from '../services';
import { descendantsOf } from '../syntax';
import { quoted, schema, type ValidityCheck } from './problem';

/** Resources that name nothing AWS could call. */
export const validResources: ValidityCheck = function* (machine) {
  for (const node of descendantsOf(machine)) {
    const field = node.field('Resource');
    if (field?.spec?.is !== 'resource' || field.value.kind !== 'string') continue;
    const message =
      field.isUnknown || !field.spec.values
        ? unrecognized(field.value.value)
        : notOneOf(field.value.value, field.spec.values);
    if (!message) continue;
    yield {
      message: `"Resource": ${message}`,
      range: field.value.range,
      aws: schema(
        `The resource provided ${field.value.value} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`,
        field.location,
      ),
    };
  }
};

function unrecognized(text: string): string | undefined {
  const resource = parseResource(text);
  return resource.kind === 'unrecognized' ? resource.message : undefined;
}

/** An ItemReader and a ResultWriter take a few actions of S3 and no others. */
function notOneOf(text: string, actions: readonly string[]): string | undefined {
  if (actions.some((action) => /^arn:[^:]*:states:::(.*)$/.exec(text)?.[1] === action)) return undefined;
  return `"${text}" cannot be used here; use ${quoted(
    actions.map((action) => `arn:aws:states:::${action}`),
    'or',
  )}`;
}
