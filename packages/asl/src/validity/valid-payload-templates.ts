import { descendantsOf, type Field } from '../syntax';
import { walk, type Located, type LocatedObject } from '../text';
import { expressionsIn, notAnExpression } from './expressions';
import { schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Keys that end in `.$`: their value must be a path or an intrinsic call, and their name without `.$` must be free. */
export const validPayloadTemplates: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { kind, parsed, key, text } = expression;
    if (parsed.language !== 'none' || kind === 'jsonata') continue;
    // A path field with a value that is no string has the wrong type, which the field table tells.
    if (kind !== 'payload' && text === undefined) continue;
    yield {
      message:
        text === undefined
          ? `"${key}" ends in ".$", so its value must be a path or an intrinsic function call, as a string; drop the ".$" to pass the value literally`
          : `"${key}" must be a path beginning with "$" or an intrinsic function call; ${text ? `drop the ".$" to pass ${JSON.stringify(text)} literally` : 'write one, or drop the ".$"'}`,
      range: expression.range,
      aws: notAnExpression(expression),
    };
  }
  for (const node of descendantsOf(machine)) {
    if (node.queryLanguage === 'JSONata') continue;
    for (const field of node.fields) if (isTemplate(field)) yield* collisions(field);
  }
};

const isTemplate = ({ spec }: Field): boolean =>
  spec !== undefined && ['payload-template', 'template', 'assignments'].includes(spec.is);

function* collisions(field: Field): Generator<ValidityProblem> {
  for (const object of objectsIn(field.value)) {
    const names = new Set(object.entries.map(({ key }) => key.value));
    for (const { key } of object.entries) {
      if (!key.value.endsWith('.$') || !names.has(key.value.slice(0, -2))) continue;
      yield {
        message: `"${key.value}" becomes "${key.value.slice(0, -2)}", which is there already; remove one of the two`,
        range: key.range,
        aws: schema(`Duplicate field '${key.value.slice(0, -2)}'`, field.location),
      };
    }
  }
}

function objectsIn(value: Located): LocatedObject[] {
  const objects: LocatedObject[] = [];
  walk(value, (inner) => inner.kind === 'object' && objects.push(inner));
  return objects;
}
