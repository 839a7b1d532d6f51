const mock = {
  type: 'object',
  description: 'write exactly one of { "returns": ... } and { "fails": { "error": "...", "cause": "..." } }',
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
  properties: {
    returns: {},
    fails: {
      type: 'object',
      description: 'write { "error": "...", "cause": "..." }',
      required: ['error'],
      additionalProperties: false,
      properties: {
        error: { type: 'string', description: 'write the name of the error' },
        cause: { type: 'string', description: 'write the cause, or leave it out' },
      },
    },
  },
} as const;

/** Mocks by the name of a state or by a resource. The `description` of a schema is the remedy that a message ends with. */
export const mockMapSchema = {
  type: 'object',
  description: 'write { "<state or resource>": { "returns": ... } }',
  additionalProperties: {
    if: { type: 'array' },
    then: { type: 'array', minItems: 1, items: mock, description: 'write at least one mock' },
    else: mock,
  },
} as const;
