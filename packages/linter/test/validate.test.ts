import { validateStateMachineDefinition, type ValidateStateMachineDefinitionDiagnostic } from '../src/index';

const diagnose = (definition: string, more: object = {}): readonly ValidateStateMachineDefinitionDiagnostic[] =>
  validateStateMachineDefinition({ definition, ...more }).diagnostics;

const sound = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } };
const callback = {
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'q', MessageBody: { 'token.$': '$$.Task.Token' } },
      End: true,
    },
  },
};

test('a sound definition', () => {
  expect(validateStateMachineDefinition({ definition: JSON.stringify(sound) })).toEqual({
    result: 'OK',
    diagnostics: [],
    truncated: false,
  });
});

describe('what is no definition', () => {
  test.each([[''], [' '], ['\n\t'], ['[]'], ['"x"'], ['null'], ['5']])('%j', (definition) => {
    expect(diagnose(definition)).toEqual([
      { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: 'Definition must be a valid JSON object' },
    ]);
  });

  test('too many characters', () => {
    const definition = JSON.stringify({ ...sound, Comment: 'x'.repeat(1_048_576) });
    expect(diagnose(definition)).toEqual([
      {
        severity: 'ERROR',
        code: 'SCHEMA_VALIDATION_FAILED',
        message: 'Definition must be at most 1048576 characters long',
      },
    ]);
  });

  test('nested too deeply', () => {
    const definition = `{"StartAt":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(diagnose(definition)).toMatchObject([{ code: 'TOO_DEEPLY_NESTED' }]);
  });
});

describe('text that is not strict JSON', () => {
  test.each<[string, string, number, number]>([
    [
      'not a definition',
      "Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      1,
      4,
    ],
    ["{'a': 1}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1, 3],
    ['{"a": 1,}', "Unexpected character ('}' (code 125)): was expecting double-quote to start field name", 1, 10],
    [
      '{"a": [1,]}',
      "Unexpected character (']' (code 93)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      1,
      11,
    ],
    ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value", 1, 7],
    ['{"a": 1 "b": 2}', `Unexpected character ('"' (code 34)): was expecting comma to separate Object entries`, 1, 10],
    ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 1, 5],
    ['{\n  "a": 01\n}', 'Invalid numeric value: Leading zeroes not allowed', 2, 9],
    [
      '{\n  // x\n}',
      "Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)",
      2,
      4,
    ],
    [
      '{"a": "x\ny"}',
      'Illegal unquoted character ((CTRL-CHAR, code 10)): has to be escaped using backslash to be included in string value',
      2,
      1,
    ],
    ['{"a": "\\x"}', "Unrecognized character escape 'x' (code 120)", 1, 10],
    ['{"a": "x', 'Unexpected end-of-input: was expecting closing quote for a string value', 1, 9],
    ['{"a', 'Unexpected end-of-input in field name', 1, 4],
    ['{"a"', 'Unexpected end-of-input within/between Object entries', 1, 5],
    [
      '{"a": 1',
      'Unexpected end-of-input: expected close marker for Object (start marker at [Source: (String)"{"a": 1"; line: 1, column: 1])',
      1,
      8,
    ],
    [
      '[}',
      "Unexpected character ('}' (code 125)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      1,
      3,
    ],
    [
      '[1}',
      `Unexpected close marker '}': expected ']' (for Array starting at [Source: (String)"[1}"; line: 1, column: 1])`,
      1,
      4,
    ],
    [
      'StartAt: A',
      "Unrecognized token 'StartAt': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      1,
      8,
    ],
    [
      '{} {}',
      "Unexpected character ('{' (code 123)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      1,
      5,
    ],
    ['{} true', 'Unexpected content', 1, 8],
  ])('%j', (definition, message, line, column) => {
    expect(diagnose(definition)).toEqual([
      {
        severity: 'ERROR',
        code: 'INVALID_JSON_DESCRIPTION',
        message,
        location: `[Source: (String)"${definition}"; line: ${line}, column: ${column}]`,
      },
    ]);
  });

  test('of a long text the beginning is quoted', () => {
    const [{ location }] = diagnose(`{${' '.repeat(600)}x`) as [ValidateStateMachineDefinitionDiagnostic];
    expect(location).toBe(`[Source: (String)"{${' '.repeat(499)}"[truncated 102 chars]; line: 1, column: 603]`);
  });

  test.each(['['.repeat(500_000), '{"a":'.repeat(200_000), '"'.repeat(500_001), '\\'.repeat(1000), '\uFEFF{}'])(
    'case %# does not throw',
    (definition) => {
      expect(diagnose(definition)).toMatchObject([{ code: 'INVALID_JSON_DESCRIPTION' }]);
    },
  );
});

describe('what AWS refuses', () => {
  test.each<[string, string, object, readonly object[]]>([
    [
      'missing fields',
      '{}',
      {},
      [{ code: 'SCHEMA_VALIDATION_FAILED', message: 'These fields are required: [States, StartAt]', location: '/' }],
    ],
    [
      'a missing target',
      JSON.stringify({ ...sound, StartAt: 'B' }),
      {},
      [expect.objectContaining({ code: 'MISSING_TRANSITION_TARGET', location: '/StartAt' }) as object],
    ],
    ['a callback in a Standard workflow', JSON.stringify(callback), {}, []],
    [
      'a callback in an Express workflow',
      JSON.stringify(callback),
      { type: 'EXPRESS' },
      [
        {
          code: 'SCHEMA_VALIDATION_FAILED',
          message: "Express state machine does not support '.waitForTaskToken' service integration ",
          location: '/States/Ask/Resource',
        },
      ],
    ],
  ])('%s', (_what, definition, options, expected) => {
    expect(diagnose(definition, options).map(({ code, message, location }) => ({ code, message, location }))).toEqual(
      expect.arrayContaining([...expected]),
    );
    expect(validateStateMachineDefinition({ definition, ...options }).result).toBe(expected.length ? 'FAIL' : 'OK');
  });
});

describe('parameters', () => {
  const States = Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`S${n}`, { Type: 'Pass', Next: 'None' }]));
  const definition = JSON.stringify({ StartAt: 'S0', States });

  test.each([
    [undefined, 100],
    [0, 100],
    [3, 3],
    [100, 100],
  ])('maxResults %j', (maxResults, expected) => {
    const { diagnostics, truncated, result } = validateStateMachineDefinition({ definition, maxResults });
    expect(diagnostics).toHaveLength(expected);
    expect({ truncated, result }).toEqual({ truncated: true, result: 'FAIL' });
  });

  test('severity WARNING has the errors, too', () => {
    expect(diagnose('{}', { severity: 'WARNING' })).toEqual(diagnose('{}'));
  });

  test.each<[object, string]>([
    [{ type: 'express' }, '"type" must be "STANDARD" or "EXPRESS", not "express"'],
    [{ severity: 'INFO' }, '"severity" must be "ERROR" or "WARNING", not "INFO"'],
    [{ maxResults: 101 }, '"maxResults" must be an integer from 0 to 100, not 101'],
    [{ maxResults: 1.5 }, '"maxResults" must be an integer from 0 to 100, not 1.5'],
    [{ definition: {} }, '"definition" must be the text of a definition; turn an object into text with JSON.stringify'],
  ])('%j is refused', (options, message) => {
    expect(() => validateStateMachineDefinition({ definition: '{}', ...options })).toThrow(new TypeError(message));
  });
});
