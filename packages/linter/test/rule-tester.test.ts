import { RuleTester } from 'eslint';
import { AslRuleTester, type AslRuleTests } from '../src/rule-tester';
import { demoRule } from './demo-rule';

type DemoTests = AslRuleTests<[{ readonly exempt: readonly string[] }], 'capital' | 'wait' | 'toPass'>;

const start = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });
const waiting = (type = 'Wait') => ({ StartAt: 'A', States: { A: { Type: type, Seconds: 5, End: true } } });

new AslRuleTester().run('demo', demoRule, {
  valid: [
    { definition: start('First') },
    { name: 'an option', definition: waiting(), options: [{ exempt: ['A'] }] },
    { name: 'a file without a machine', code: 'Region: here', filename: 'values.yaml' },
  ],
  invalid: [
    {
      name: 'a fix of a value, in either format',
      definition: { ...start('First'), StartAt: 'first' },
      output: { ...start('First'), StartAt: 'First' },
      errors: [{ messageId: 'capital', data: { name: 'first', better: 'First' }, at: '/StartAt' }],
    },
    {
      name: 'a suggestion, and the type of workflow',
      definition: waiting(),
      type: 'EXPRESS',
      errors: [
        {
          message: '"A" waits in an Express workflow; remove it',
          at: '/States/A',
          part: 'key',
          suggestions: [{ messageId: 'toPass', data: { name: 'A' }, output: waiting('Pass') }],
        },
      ],
    },
    {
      name: 'places written out',
      definition: { ...start('Other'), StartAt: 'other' },
      outputText: {
        json: '{\n  "StartAt": "Other",\n  "States": {\n    "Other": {\n      "Type": "Succeed"\n    }\n  }\n}\n',
        yaml: 'StartAt: Other\nStates:\n  Other:\n    Type: Succeed\n',
      },
      errors: [
        {
          messageId: 'capital',
          json: { line: 2, column: 14, endLine: 2, endColumn: 21 },
          yaml: { line: 1, column: 10, endLine: 1, endColumn: 15 },
        },
      ],
    },
    {
      name: 'a template',
      filename: 'template.yaml',
      code: `Resources:
  Order:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: EXPRESS
      Definition:
        StartAt: A
        States: { A: { Type: Wait, Seconds: 1, End: true } }
`,
      errors: [
        {
          message: '"A" waits in an Express workflow; remove it',
          at: '/Resources/Order/Properties/Definition/States/A',
          part: 'key',
          suggestions: [
            {
              desc: 'Make "A" a Pass state',
              output: `Resources:
  Order:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: EXPRESS
      Definition:
        StartAt: A
        States: { A: { Type: Pass, Seconds: 1, End: true } }
`,
            },
          ],
        },
      ],
    },
    {
      name: 'comments and placeholders',
      code: '{\n  // ours\n  "StartAt": "a", "States": { "a": { "Type": "Wait", "Seconds": ${n}, "Next": "A" } }\n}',
      options: [{ exempt: ['a'] }],
      output: '{\n  // ours\n  "StartAt": "A", "States": { "a": { "Type": "Wait", "Seconds": ${n}, "Next": "A" } }\n}',
      errors: [{ messageId: 'capital', line: 3, column: 14, endLine: 3, endColumn: 17 }],
    },
  ],
});

/** The failures of the cases, run at once instead of being registered with jest. */
function failuresOf(tests: DemoTests): string[] {
  const failures: string[] = [];
  const { describe, it, itOnly } = RuleTester;
  try {
    RuleTester.describe = (_name: string, body: () => void) => {
      body();
    };
    RuleTester.it = RuleTester.itOnly = (_name: string, body: () => void) => {
      try {
        body();
      } catch (error) {
        failures.push((error as Error).message);
      }
    };
    new AslRuleTester().run('demo', demoRule, tests);
  } finally {
    Object.assign(RuleTester, { describe, it, itOnly });
  }
  return failures;
}

const invalid = (error: object, more: object = {}): DemoTests => ({
  valid: [],
  invalid: [
    {
      definition: { ...start('First'), StartAt: 'first' },
      output: start('First'),
      errors: [{ messageId: 'capital', at: '/StartAt', ...error }],
      ...more,
    },
  ],
});

describe('what does not hold fails, in JSON and in YAML', () => {
  test('the case that the others vary holds', () => {
    expect(failuresOf(invalid({}))).toEqual([]);
  });

  test.each<[string, DemoTests, RegExp]>([
    ['another place', invalid({ at: '/States/First' }), /line|column/i],
    ['another part', invalid({ part: 'key' }), /column/i],
    ['a piece of the value', invalid({ find: 'irst' }), /column/i],
    ['another message', invalid({ messageId: 'wait' }), /wait/],
    ['other data', invalid({ data: { name: 'x', better: 'X' } }), /"x"/],
    ['another fix', invalid({}, { output: start('Second') }), /Output is incorrect|Expected/i],
    ['a fix that is not stated', invalid({}, { output: undefined }), /output/],
    [
      'a suggestion that is not given',
      invalid({ suggestions: [{ messageId: 'toPass', output: start('x') }] }),
      /suggestion/i,
    ],
    ['no finding', { valid: [], invalid: [{ ...invalid({}).invalid[0]!, definition: start('First') }] }, /error/i],
    [
      'a finding in a valid case',
      { valid: [{ definition: { ...start('First'), StartAt: 'first' } }], invalid: [] },
      /no errors/i,
    ],
  ])('%s', (_what, tests, message) => {
    const failures = failuresOf(tests);
    expect(failures).toHaveLength(2);
    for (const failure of failures) expect(failure).toMatch(message);
  });
});

describe('a case that states no exact place is refused', () => {
  test.each<[string, object, string]>([
    [
      'none',
      { at: undefined },
      'Error 1 of "{"StartAt":"first","States":{"First":{"Type":"Succeed"}}} (json)" states no exact place; give "at", or "line", "column", "endLine" and "endColumn"',
    ],
    ['half of one', { at: undefined, json: { line: 2, column: 14 } }, 'states no exact place'],
    [
      'one that is not there',
      { at: '/States/Second' },
      'The definition has no place "/States/Second": instead of "Second" there is "First"',
    ],
    ['an item that is not there', { at: '/States[0]' }, 'The definition has no place "/States[0]"'],
    ['a text that is not there', { at: '/StartAt', find: 'x' }, 'There is no text "x" at the place to look in'],
    ['the name of what has none', { at: '/', part: 'key' }, '"/" has no name, so its "part" can only be "value"'],
  ])('%s', (_what, error, message) => {
    expect(() => failuresOf(invalid(error))).toThrow(message);
  });
});
