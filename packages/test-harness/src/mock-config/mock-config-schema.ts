/**
 * MockConfigFile.json of Step Functions Local, as the developer guide describes it ("Using mocked service
 * integrations"). The `description` of a schema is the remedy that a message ends with.
 */
export const mockConfigSchema = {
  type: 'object',
  description: 'write { "StateMachines": { ... }, "MockedResponses": { ... } }',
  required: ['StateMachines', 'MockedResponses'],
  properties: {
    StateMachines: {
      type: 'object',
      description: 'write { "<name of the state machine>": { "TestCases": { ... } } }',
      additionalProperties: {
        type: 'object',
        description: 'write { "TestCases": { ... } }',
        required: ['TestCases'],
        properties: {
          TestCases: {
            type: 'object',
            description: 'write { "<name of the test case>": { ... } }',
            additionalProperties: {
              type: 'object',
              description: 'write { "<name of the state>": "<name in MockedResponses>" }',
              additionalProperties: { type: 'string', description: 'write the name of an entry of "MockedResponses"' },
            },
          },
        },
      },
    },
    MockedResponses: {
      type: 'object',
      description: 'write { "<name of the response>": { "0": { "Return": ... } } }',
      additionalProperties: {
        type: 'object',
        description: 'write the number of an invocation such as "0", or a range such as "1-2"',
        // More digits than any execution has events would only be numbers that are not exact.
        propertyNames: { pattern: '^(0|[1-9][0-9]{0,8})(-(0|[1-9][0-9]{0,8}))?$' },
        additionalProperties: {
          type: 'object',
          description: 'write exactly one of { "Return": ... } and { "Throw": { "Error": "...", "Cause": "..." } }',
          minProperties: 1,
          maxProperties: 1,
          additionalProperties: false,
          properties: {
            Return: {},
            Throw: {
              type: 'object',
              description: 'write { "Error": "...", "Cause": "..." }',
              required: ['Error', 'Cause'],
              additionalProperties: false,
              properties: {
                Error: { type: 'string', description: 'write the name of the error' },
                Cause: { type: 'string', description: 'write the cause, "" for none' },
              },
            },
          },
        },
      },
    },
  },
} as const;
