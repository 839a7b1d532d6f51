import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintText, type LintTextOptions } from '../src';

const flow = (more: object = {}): string =>
  JSON.stringify(
    {
      StartAt: 'Greet',
      States: {
        Greet: {
          Type: 'Task',
          Resource: 'arn:aws:states:::sns:publish',
          Parameters: { TopicArn: 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:greetings', Message: 'Hello' },
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }],
          End: true,
          ...more,
        },
        Failed: { Type: 'Fail' },
      },
    },
    null,
    2,
  );

const lint = (text: string, options: Partial<LintTextOptions> = {}) =>
  lintText(text, { filename: 'flow.asl.json', ...options }).map(
    ({ line, column, ruleId, severity }) => `${line}:${column} ${ruleId} ${severity}`,
  );

test('gives the findings of the recommended preset', () => {
  expect(lint(flow())).toEqual([]);
  expect(lint(flow({ TimeoutSecond: 1 }))).toEqual(['20:7 asl/no-unsupported-fields 2']);
});

test('the type of the workflow may be given', () => {
  expect(lint(flow(), { type: 'EXPRESS' })).toEqual([expect.stringContaining('asl/no-express-non-idempotent-task 1')]);
});

test('rules may be set over those of the preset', () => {
  const rules = { 'asl/no-express-non-idempotent-task': 'off' } as const;
  expect(lint(flow(), { type: 'EXPRESS', rules })).toEqual([]);
});

test('a text that cannot be read has a fatal message', () => {
  expect(lintText('{ "StartAt": ', { filename: 'flow.asl.json' })).toMatchObject([
    { fatal: true, line: 1, column: 13 },
  ]);
});

test('YAML, and whatever the file is called', () => {
  expect(lint('StartAt: A\nStates:\n  A: { Type: Pass, Next: B }\n', { filename: 'flow.asl' })).toEqual(
    expect.arrayContaining(['3:26 asl/valid-transition-targets 2']),
  );
  expect(lint(flow({ TimeoutSecond: 1 }), { filename: 'flow.txt' })).not.toEqual([]);
});

test('a template beside the file says of which type the machine is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-text-'));
  try {
    const DefinitionUri = 'flow.asl.json';
    const Flow = {
      Type: 'AWS::Serverless::StateMachine',
      Properties: { Type: 'EXPRESS', Logging: { Level: 'ALL' }, DefinitionUri },
    };
    writeFileSync(join(folder, 'template.json'), JSON.stringify({ Resources: { Flow } }));
    expect(lint(flow(), { filename: join(folder, DefinitionUri) })).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a preset and a rule that do not exist are refused', () => {
  expect(() => lint(flow(), { preset: 'lax' as never })).toThrow('"preset" is "lax"; use "recommended" or "strict"');
  expect(() => lint(flow(), { rules: { 'asl/require-ctach': 'error' } })).toThrow('require-ctach');
});
