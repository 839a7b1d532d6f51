import { lintText } from '../src/index';

const findings = (text: string, filename = '/work/stack.ts') =>
  lintText(text, { filename }).map(({ ruleId, line, column }) => `${line}:${column} ${ruleId}`);

const wait = `Wait: { Type: 'Wait', Seconds: 1, Next: 'Dne' }, Done: { Type: 'Succeed' }`;

test.each<[string, string, readonly string[]]>([
  [
    'an object literal',
    `new CfnStateMachine(this, 'A', {\n  definition: { StartAt: 'Wait', States: { ${wait} } },\n});`,
    ['2:84 asl/valid-transition-targets', '2:93 asl/no-unreachable-state'],
  ],
  [
    'a template literal',
    'const a = `{\n  "StartAt": "\\x41",\n  "States": { "A": { "Type": "Task", "Resource": "${arn}", "Ende": true } }\n}`;',
    ['3:60 asl/no-unsupported-fields'],
  ],
  [
    'a part that several states share',
    `const retry = [{ ErrorEquals: [] }];\nconst a = { StartAt: 'A', States: {\n  A: { Type: 'Parallel', Branches: [{ StartAt: 'X', States: { X: { Type: 'Succeed' } } }], Retry: retry, Next: 'B' },\n  B: { Type: 'Parallel', Branches: [{ StartAt: 'Y', States: { Y: { Type: 'Succeed' } } }], Retry: retry, End: true },\n} };`,
    ['1:31 asl/valid-field-values'],
  ],
  [
    'the type of the declaration',
    `new sfn.StateMachine(this, 'A', {\n  stateMachineType: sfn.StateMachineType.EXPRESS,\n  definitionBody: sfn.DefinitionBody.fromString(JSON.stringify({ StartAt: 'A', States: { A: {\n    Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true,\n    Parameters: { QueueUrl: q, MessageBody: { 't.$': '$$.Task.Token' } },\n  } } })),\n});`,
    ['3:90 asl/require-catch', '4:29 asl/no-express-unsupported'],
  ],
])('%s', (_, text, expected) => {
  expect(findings(text)).toEqual(expect.arrayContaining([...expected]));
  expect(new Set(findings(text)).size).toBe(findings(text).length);
});

/** The text after each suggestion of the rule. */
function suggested(text: string, rule: string): string[] {
  const messages = lintText(text, { filename: '/work/stack.ts' }).filter(({ ruleId }) => ruleId === rule);
  return messages.flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix: { range, text: written } }) => text.slice(0, range[0]) + written + text.slice(range[1])),
  );
}

const passing = (result: string): string =>
  `const a = { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: ${result}, End: true } } };`;

describe('suggestions are written as the source has it', () => {
  test.each<[string, string, string, string | undefined]>([
    ['a name that needs quotes now', 'asl/no-literal-paths', passing(`{ id: '$.id' }`), passing(`{ 'id.$': '$.id' }`)],
    ['a name in quotes', 'asl/no-literal-paths', passing(`{ "id": '$.id' }`), passing(`{ "id.$": '$.id' }`)],
    [
      'a name that is computed',
      'asl/no-literal-paths',
      `const name = 'id';\n${passing(`{ [name]: '$.id' }`)}`,
      undefined,
    ],
    ['a name that is its value, too', 'asl/no-literal-paths', `const id = '$.id';\n${passing('{ id }')}`, undefined],
    [
      'JSON in a string with quotes of its own',
      'asl/valid-transition-targets',
      `const a = "{ \\"StartAt\\": \\"Don\\", \\"States\\": { \\"Done\\": { \\"Type\\": \\"Succeed\\" } } }";`,
      `const a = "{ \\"StartAt\\": \\"Done\\", \\"States\\": { \\"Done\\": { \\"Type\\": \\"Succeed\\" } } }";`,
    ],
  ])('%s', (_, rule, text, expected) => {
    expect(suggested(text, rule)).toEqual(expected === undefined ? [] : [expected]);
  });

  test('a member', () => {
    const text = `const a = {\n  StartAt: 'A',\n  States: {\n    A: {\n      Type: 'Task',\n      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',\n      Parameters: { FunctionName: 'f', Payload: { 't.$': '$$.Task.Token' } },\n      End: true,\n    },\n  },\n};`;
    expect(suggested(text, 'asl/require-timeout')).toEqual([
      text.replace('      End', '      TimeoutSeconds: 86400,\n      End'),
    ]);
    expect(suggested(text, 'asl/require-lambda-retry')[0]).toContain(
      `      Retry: [\n        {\n          ErrorEquals: [\n            'Lambda.ServiceException',`,
    );
  });
});

test.each([
  ['states from elsewhere', `{ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'X' }, ...more } }`],
  [
    'a state with members from elsewhere',
    `{ StartAt: 'A', States: { A: { Type: 'Task', ...more }, B: { Type: 'Succeed' } } }`,
  ],
  ['a name that is computed', `{ StartAt: 'A', States: { [a]: { Type: 'Pass', Next: b }, [b]: { Type: 'Succeed' } } }`],
  [
    'values that are computed',
    `{ StartAt: a, States: { A: { Type: 'Wait', Seconds: s, Next: n }, B: { Type: 'Succeed' } } }`,
  ],
])('%s: no finding of any rule', (_, machine) => {
  const text = `const a = ${machine};`;
  const found = lintText(text, { filename: '/work/a.ts', preset: 'strict', rules: { 'asl/require-comment': 'off' } });
  expect(found).toEqual([]);
});
