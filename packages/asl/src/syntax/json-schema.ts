import { isOfNodes, type FieldSpec } from './field-spec';
import { nodeClasses } from './visitor-keys';
import { stateClasses } from './states';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The field tables as a JSON Schema (draft-07) for editors. It is more lenient than the linter: whether a field fits
 * the query language, and what excludes what, is left to the rules, which can say why.
 */
export function aslJsonSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://stepproof.dev/schemas/asl.schema.json',
    title: 'Amazon States Language',
    description: 'Generated from the field tables of @stepproof/asl by `npm run generate`.',
    ...ref('StateMachine'),
    definitions: {
      ...Object.fromEntries(Object.entries(nodeClasses).map(([type, { table }]) => [type, objectSchema(table)])),
      State: {
        type: 'object',
        required: ['Type'],
        properties: { Type: { enum: Object.keys(stateClasses) } },
        allOf: Object.keys(stateClasses).map((type) => ({
          if: { properties: { Type: { const: type } }, required: ['Type'] },
          then: ref(`${type}State`),
        })),
      },
    },
  };
}

const ref = (type: string): Schema => ({ $ref: `#/definitions/${type}` });

function objectSchema(table: Readonly<Record<string, FieldSpec>>): Schema {
  const required = Object.keys(table).filter((name) => table[name]!.required && !table[name]!.language);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, fieldSchema(spec)])),
    additionalProperties: false,
    ...(required.length && { required }),
  };
}

const placeholder: Schema = { type: 'string', pattern: '\\$\\{' };
const jsonata: Schema = { type: 'string', pattern: '^\\{%[\\s\\S]*%\\}$' };

function fieldSchema(spec: FieldSpec): Schema {
  const value = valueSchema(spec);
  const others = [
    ...(spec.jsonata && value.type !== 'string' ? [jsonata] : []),
    ...(spec.nullable ? [{ type: 'null' }] : []),
    ...(['integer', 'number', 'boolean', 'enum'].includes(spec.is) || isOfNodes(spec) ? [placeholder] : []),
  ];
  return others.length ? { anyOf: [value, ...others] } : value;
}

function valueSchema(spec: FieldSpec): Schema {
  switch (spec.is) {
    case 'string':
      return {
        type: 'string',
        ...(spec.maxLength && { maxLength: spec.maxLength }),
      };
    case 'integer':
    case 'number':
      return {
        type: spec.is,
        ...(Number.isFinite(spec.min) && { minimum: spec.min }),
        ...(spec.max !== undefined && { maximum: spec.max }),
      };
    case 'boolean':
      return { type: 'boolean' };
    case 'enum':
      return { enum: spec.values };
    case 'condition':
      return { type: ['boolean', 'string'] };
    case 'strings':
      return { type: 'array', items: { type: 'string' }, ...(spec.nonEmpty && { minItems: 1 }) };
    case 'states':
      return { type: 'object', additionalProperties: ref('State'), minProperties: 1 };
    case 'node':
      return ref(typeName(spec));
    case 'nodes':
      return { type: 'array', items: ref(typeName(spec)), ...(spec.nonEmpty && { minItems: 1 }) };
    case 'assignments':
      return { type: 'object' };
    case 'payload-template':
    case 'template':
      return spec.anyJson ? {} : { type: 'object' };
    case 'jsonata-template':
      return spec.object ? { type: ['object', 'string'] } : {};
    case 'literal':
      return {};
    case 'resource':
    case 'timestamp':
    case 'path':
    case 'reference-path':
    case 'path-or-intrinsic':
    case 'state-name':
      return { type: 'string' };
  }
}

function typeName(spec: Extract<FieldSpec, { is: 'node' | 'nodes' }>): string {
  const kind = spec.node();
  return Object.keys(nodeClasses).find((type) => nodeClasses[type as keyof typeof nodeClasses] === kind)!;
}
