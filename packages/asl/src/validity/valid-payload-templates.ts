import { allFieldsOf, type Expression, type Field } from '../syntax';
import { walk, type Located, type LocatedObject } from '../text';
import { quoted } from '../text/quoted';
import { expressionsIn, notAnExpression } from './expressions';
import { schema, type ValidityCheck, type ValidityProblem } from './problem';

/** Keys that end in `.$`: their value must be a path or an intrinsic call, and their name without `.$` must be free. */
export const validPayloadTemplates: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { parsed, key, range } = expression;
    if (parsed.language !== 'none' || !key.endsWith('.$')) continue;
    yield { message: faultOf(expression), range, aws: notAnExpression(expression) };
  }
  for (const field of allFieldsOf(machine)) {
    if (isTemplate(field) && field.parent.queryLanguage !== 'JSONata') yield* collisions(field);
  }
};

function faultOf({ key, text }: Expression): string {
  if (text === undefined) {
    return `"${key}" ends in ".$", so its value must be a path or an intrinsic function call, as a string; drop the ".$" to pass the value literally`;
  }
  const fault = `"${key}" must be a path beginning with "$" or an intrinsic function call`;
  return text === ''
    ? `${fault}; write one, or drop the ".$"`
    : `${fault}; drop the ".$" to pass ${quoted(text)} literally`;
}

const isTemplate = ({ spec }: Field): boolean =>
  spec !== undefined && ['payload-template', 'template', 'assignments'].includes(spec.is);

function* collisions(field: Field): Generator<ValidityProblem> {
  for (const object of objectsIn(field.value)) {
    const names = new Set(object.entries.map(({ key }) => key.value));
    for (const { key } of object.entries) {
      const name = key.value.slice(0, -'.$'.length);
      if (!key.value.endsWith('.$') || !names.has(name)) continue;
      yield {
        message: `"${key.value}" becomes "${name}", which is there already; remove one of the two`,
        range: key.range,
        aws: schema(`Duplicate field '${name}'`, field.location),
      };
    }
  }
}

function objectsIn(value: Located): LocatedObject[] {
  const objects: LocatedObject[] = [];
  walk(value, (inner) => inner.kind === 'object' && objects.push(inner));
  return objects;
}
