import { documentMembers, machineSchemas, taskSchemas } from './contract-members';

type Schema = Readonly<Record<string, unknown>>;

/**
 * A JSON Schema (draft-07) of contracts files for editors: of one machine, or with `machines` of several. Whether the states
 * exist, what `$ref` leads to, and slips in keywords are the reader's to tell.
 */
export function contractsJsonSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://stepproof.dev/schemas/contracts.schema.json',
    title: 'Contracts of AWS Step Functions state machines',
    description: 'Generated from the members that @stepproof/asl reads by `npm run generate`.',
    type: 'object',
    if: { required: ['machines'], properties: { machines: { type: 'object' } } },
    then: objectOf({
      machines: {
        description: 'By the path of the definition from this file, or by the name of the machine in a template.',
        type: 'object',
        additionalProperties: ref('machine'),
      },
      ...documentProperties,
    }),
    else: ref('machine'),
    definitions: {
      machine: objectOf({
        ...schemasOf(machineSchemas),
        tasks: {
          description: 'By the names of Task states, wherever in the machine they are.',
          type: 'object',
          additionalProperties: ref('task'),
        },
        ...documentProperties,
      }),
      task: objectOf({
        ...schemasOf(taskSchemas),
        errors: {
          description: 'The errors that the function, the worker or the call raises of its own.',
          type: 'array',
          items: { type: 'string' },
        },
      }),
      schemas: { description: 'Schemas to refer to.', type: 'object', additionalProperties: anySchema },
    },
  };
}

const ref = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** Of draft 2020-12, too: what draft 07 does not know it takes for annotations. */
const anySchema: Schema = { $ref: 'http://json-schema.org/draft-07/schema#' };

const documentProperties: Schema = Object.fromEntries(
  documentMembers.map((name) => [name, name.startsWith('$') && name !== '$defs' ? { type: 'string' } : ref('schemas')]),
);

const objectOf = (properties: Schema): Schema => ({ type: 'object', properties, additionalProperties: false });

/** What stands beside `$ref` draft 07 leaves out. */
const schemasOf = (members: Readonly<Record<string, string>>): Schema =>
  Object.fromEntries(Object.entries(members).map(([name, description]) => [name, { description, allOf: [anySchema] }]));
