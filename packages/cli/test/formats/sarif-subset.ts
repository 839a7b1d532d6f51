/** The part of SARIF 2.1.0 (section 3 of the specification) that is written, closed so that no other property passes. */
const closed = (required: readonly string[], properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});

const text = { type: 'string', minLength: 1 };
const position = { type: 'integer', minimum: 1 };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const message = closed(['text'], { text, markdown: text });
const list = (items: object, more: object = {}): object => ({ type: 'array', items, ...more });

export const sarifSubset = closed(['version', 'runs'], {
  $schema: { type: 'string', format: 'uri' },
  version: { const: '2.1.0' },
  runs: list(
    closed(['tool'], {
      tool: closed(['driver'], {
        driver: closed(['name'], {
          name: text,
          version: text,
          informationUri: { type: 'string', format: 'uri' },
          rules: list(
            closed(['id'], {
              id: text,
              shortDescription: message,
              fullDescription: message,
              help: message,
              helpUri: { type: 'string', format: 'uri' },
              defaultConfiguration: closed([], { level }),
            }),
            { uniqueItems: true },
          ),
        }),
      }),
      columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
      originalUriBaseIds: {
        type: 'object',
        // Section 3.14.14: the URI of a base is absolute and ends with a slash.
        additionalProperties: closed(['uri'], { uri: { type: 'string', format: 'uri', pattern: '/$' } }),
      },
      results: list(
        closed(['message'], {
          ruleId: text,
          ruleIndex: { type: 'integer', minimum: -1 },
          level,
          message,
          locations: list(
            closed([], {
              physicalLocation: closed(['artifactLocation'], {
                artifactLocation: closed(['uri'], {
                  uri: { type: 'string', format: 'uri-reference' },
                  uriBaseId: text,
                }),
                region: closed(['startLine'], {
                  startLine: position,
                  startColumn: position,
                  endLine: position,
                  endColumn: position,
                }),
              }),
            }),
          ),
          suppressions: list(closed(['kind'], { kind: { enum: ['inSource', 'external'] }, justification: text }), {
            uniqueItems: true,
          }),
        }),
      ),
    }),
  ),
});
