import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TaskState } from '@stepproof/asl';
import { Linter, type Rule } from 'eslint';
import plugin from '../../src/index';
import type { AslSourceCode } from '../../src/language/asl-source-code';
import { demoRule } from '../demo-rule';

const config = (rules: Linter.RulesRecord, languageOptions: object = {}): Linter.Config => ({
  files: ['**/*'],
  plugins: { asl: plugin, demo: { rules: { demo: demoRule } } },
  language: 'asl/asl',
  languageOptions: languageOptions as Linter.LanguageOptions,
  rules,
});

const verify = (
  text: string,
  rules: Linter.RulesRecord,
  filename = 'x.asl.json',
  languageOptions: object = {},
): Linter.LintMessage[] =>
  new Linter({ cwd: '/' }).verify(text, [{ files: ['**/*.*'] }, config(rules, languageOptions)], { filename });

const places = (messages: readonly Linter.LintMessage[]): string[] =>
  messages.map(({ line, column, endLine, endColumn }) => `${line}:${column}-${endLine}:${endColumn}`);

const json = `{
  "StartAt": "Pay",
  "States": {
    "Pay": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": { "id.$": "$.id" },
      "Retry": [{ "ErrorEquals": ["A"] }, { "ErrorEquals": ["B"], "MaxAttempts": 7 }],
      "Next": "Which"
    },
    "Which": {
      "Type": "Choice",
      "Choices": [{ "And": [{ "Variable": "$.a", "IsNull": true }, { "Variable": "$.b", "IsNull": true }], "Next": "Both" }]
    },
    "Both": {
      "Type": "Parallel",
      "Branches": [{ "StartAt": "In", "States": { "In": { "Type": "Wait", "Seconds": 10, "End": true } } }],
      "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Pay" }],
      "End": true
    }
  }
}
`;

const yaml = `# A definition in YAML
StartAt: Pay
States:
  Pay:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Retry:
      - ErrorEquals: [A]
        MaxAttempts: 7
    End: true
`;

describe('selectors of ASL in no-restricted-syntax', () => {
  test.each([
    ['TaskState', ['4:5-10:6']],
    ['TaskState[Resource=/lambda/]', ['4:5-10:6']],
    ['TaskState:not(:has(Catcher))', ['4:5-10:6']],
    ['TaskState > Retrier[MaxAttempts>5]', ['8:43-8:85']],
    ['ChoiceState:not([Default])', ['11:5-14:6']],
    ['ChoiceRule > ChoiceCondition', ['13:29-13:66', '13:68-13:105']],
    ['ParallelState Branch WaitState[Seconds=10]', ['17:51-17:103']],
    ["Field[name='Parameters'] > Expression", ['7:31-7:37']],
    ['StateMachine:not([TimeoutSeconds])', ['1:1-22:2']],
    [':scope > :state[Type="Wait"]', ['17:51-17:103']],
    ['Field[json=7]', ['8:67-8:83']],
    ['AslDocument', ['1:1-23:1']],
  ])('%s', (selector, expected) => {
    expect(places(verify(json, { 'no-restricted-syntax': ['error', selector] }))).toEqual(expected);
  });

  test('the same in YAML', () => {
    const found = verify(yaml, { 'no-restricted-syntax': ['error', 'TaskState', 'Retrier'] }, 'x.asl.yaml');
    expect(places(found)).toEqual(['4:3-10:14', '8:9-9:23']);
  });
});

test('what rules have found out is shared between them, and let go of when all have run', () => {
  const finding = jest.fn(() => 'found');
  const asking = {
    create: () => ({ TaskState: (task: TaskState) => void task.once(finding) }),
  } as unknown as Rule.RuleModule;
  const linter = new Linter({ cwd: '/' });
  const rules = { one: asking, other: { ...asking } };
  const asked = { ...config({ 'own/one': 'error', 'own/other': 'error' }), plugins: { asl: plugin, own: { rules } } };
  linter.verify(json, [{ files: ['**/*.*'] }, asked], { filename: 'x.asl.json' });
  expect(finding).toHaveBeenCalledTimes(1);
  const [machine] = (linter.getSourceCode() as unknown as AslSourceCode).ast.machines;
  (machine!.states[0] as TaskState).once(finding);
  expect(finding).toHaveBeenCalledTimes(2);
});

describe('text that cannot be read', () => {
  test('every mistake is a fatal message, and no rule runs', () => {
    const found = verify('{\n  "StartAt": ,\n  "States": { "A": { "Type" "Wait" } }\n  "x": 1\n}', {
      'demo/demo': 'error',
    });
    expect(found.length).toBeGreaterThan(1);
    expect(found.every(({ fatal, ruleId, severity }) => fatal && ruleId === null && severity === 2)).toBe(true);
    expect(new Set(found.map(({ line }) => line))).toEqual(new Set([2, 3, 4]));
  });

  test.each(['', '\n', '{', '[', '"x"', '{"StartAt"', '\u0000', '${', '{}'.repeat(3), ']', '{"__proto__": {"x": 1}}'])(
    '%j does not throw',
    (text) => {
      expect(() => verify(text, { 'no-restricted-syntax': ['error', '*'] })).not.toThrow();
      expect(() => verify(text, { 'no-restricted-syntax': ['error', '*'] }, 'x.asl.yaml')).not.toThrow();
    },
  );

  test('100,000 nested arrays give one message', () => {
    expect(verify('['.repeat(100_000), {})).toMatchObject([{ fatal: true }]);
  });
});

describe('files', () => {
  test.each([
    ['package.json', '{ "name": "x" }'],
    ['values.yaml', 'a: 1'],
    ['broken.yaml', '{% if x %}\na: [\n'],
  ])('%s holds no machine and is silent', (filename, text) => {
    expect(verify(text, { 'no-restricted-syntax': ['error', 'StateMachine'] }, filename)).toEqual([]);
  });

  test('a template may hold several machines', () => {
    const machine = '{ StartAt: A, States: { A: { Type: Succeed } } }';
    const template = `Resources:
  One: { Type: AWS::StepFunctions::StateMachine, Properties: { Definition: ${machine} } }
  Two: { Type: AWS::StepFunctions::StateMachine, Properties: { Definition: ${machine} } }
`;
    const found = verify(template, { 'no-restricted-syntax': ['error', 'SucceedState'] }, 'template.yaml');
    expect(places(found)).toEqual(['2:100-2:120', '3:100-3:120']);
  });

  test('a byte order mark moves nothing', () => {
    const rules: Linter.RulesRecord = { 'no-restricted-syntax': ['error', 'TaskState'] };
    expect(verify(`\uFEFF${json}`, rules)).toEqual(verify(json, rules));
  });

  test('line ends of any kind count as one', () => {
    const rules: Linter.RulesRecord = { 'no-restricted-syntax': ['error', 'TaskState', 'Retrier'] };
    const expected = places(verify(json, rules));
    expect(places(verify(json.replaceAll('\n', '\r\n'), rules))).toEqual(expected);
    expect(places(verify(json.replaceAll('\n', '\r'), rules))).toEqual(expected);
  });
});

describe('language options', () => {
  const typed = (languageOptions: object): string[] =>
    verify(json, { 'demo/demo': 'error' }, 'x.asl.json', languageOptions).map(({ message }) => message);

  test('the type of workflow', () => {
    expect(typed({})).toEqual(['"In" waits in a Standard workflow; remove it']);
    expect(typed({ type: 'EXPRESS' })).toEqual(['"In" waits in an Express workflow; remove it']);
  });

  test('the format', () => {
    const rules: Linter.RulesRecord = { 'no-restricted-syntax': ['error', 'TaskState'] };
    expect(verify(yaml, rules, 'x.asl.json')).toMatchObject([{ fatal: true }]);
    expect(verify(yaml, rules, 'x.asl.json', { format: 'yaml' })).toMatchObject([{ line: 4, column: 3 }]);
  });

  test('what belongs to another language is let through', () => {
    expect(() => verify(json, {}, 'x.asl.json', { globals: { a: true } })).not.toThrow();
  });

  test.each([
    [{ type: 'standard' }, 'The language option "type" must be "STANDARD" or "EXPRESS", not "standard"'],
    [{ format: 'toml' }, 'The language option "format" must be "json" or "yaml", not "toml"'],
  ])('%j is refused', (languageOptions, message) => {
    expect(() => verify(json, {}, 'x.asl.json', languageOptions)).toThrow(message);
  });
});

test('a template beside the file declares its type', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepproof-language-'));
  try {
    writeFileSync(
      join(folder, 'template.yaml'),
      `Resources:
  Order:
    Type: AWS::Serverless::StateMachine
    Properties: { Type: EXPRESS, DefinitionUri: order.asl.json }
`,
    );
    const found = verify(json, { 'demo/demo': 'error' }, join(folder, 'order.asl.json'));
    expect(found).toMatchObject([{ message: '"In" waits in an Express workflow; remove it' }]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
