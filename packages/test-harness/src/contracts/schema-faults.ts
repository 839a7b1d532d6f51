import { nearest, pointerTo, type Json, type JsonSchema } from '@stepproof/asl';
import type { ErrorObject } from 'ajv';
import { validatorOf } from './schema-validator';

/** One demand of a schema that a value does not meet. */
export interface SchemaFault {
  /** The place in the value, as a JSON pointer; `""` is the whole. */
  readonly pointer: string;
  /** What is there. */
  readonly value: Json;
  /** What the schema demands: `must be number`. */
  readonly demand: string;
}

/** All demands of the schema that the value does not meet. */
export function schemaFaults(schema: JsonSchema, value: Json): readonly SchemaFault[] {
  const validate = validatorOf(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  // What the branches of an anyOf demand comes before the anyOf itself, which says what is needed.
  const shown = errors.filter(
    (error) => !errors.some((other) => isChoice(other) && error.schemaPath.startsWith(`${other.schemaPath}/`)),
  );
  return (shown.length ? shown : errors).map(faultOf);
}

const isChoice = ({ keyword }: ErrorObject): boolean => keyword === 'anyOf' || keyword === 'oneOf';

function faultOf({ instancePath, keyword, params, message, data, parentSchema }: ErrorObject): SchemaFault {
  const given = params as Readonly<Record<string, string>>;
  const at = (demand: string, name?: string): SchemaFault => {
    const pointer = name === undefined ? instancePath : pointerTo(instancePath, name);
    const value = name === undefined ? data : (data as Readonly<Record<string, Json>>)[name];
    return { pointer, value: value as Json, demand };
  };
  switch (keyword) {
    case 'required':
      return at(`must have "${given.missingProperty}"`);
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = given.additionalProperty ?? given.unevaluatedProperty!;
      const known = Object.keys((parentSchema as { readonly properties?: object }).properties ?? {});
      const meant = nearest(name, known);
      return at(`is not allowed${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`, name);
    }
    case 'enum':
      return at(
        `must be one of ${(params as { readonly allowedValues: readonly Json[] }).allowedValues.map((one) => JSON.stringify(one)).join(', ')}`,
      );
    case 'const':
      return at(`must be ${JSON.stringify(given.allowedValue)}`);
    default:
      return at(message ?? `must keep to "${keyword}"`);
  }
}

const longest = 80;

/** A fault in words: `"/total" is "12", and must be number`. */
export function faultText({ pointer, value, demand }: SchemaFault): string {
  const text = JSON.stringify(value);
  const shown = text.length > longest ? `${text.slice(0, longest - 3)}...` : text;
  const place = pointer === '' ? 'it' : `"${pointer}"`;
  return `${place} is ${shown}, and ${demand}`;
}
