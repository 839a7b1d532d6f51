import fc from 'fast-check';
import { read } from './reading';

const samples: readonly (readonly [filename: string, text: string])[] = [
  [
    'stack.ts',
    `import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
const retry = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 + 2 }] as const;
const base = { Type: 'Task', Resource: \`arn:\${region}:\${'lambda'}\` };
const states = { A: { ...base, Retry: retry, Next: 'B' }, ['B']: { Type: 'Succeed' } };
new sfn.CfnStateMachine(this, 'Order', {
  definitionString: JSON.stringify({ StartAt: 'A', States: states }), // the order
  stateMachineType: 'EXPRESS',
});
const text = '{ "StartAt": "A", ' + \`"States": { "A": { "Type": "Succeed" } } }\`;
`,
  ],
  [
    'page.jsx',
    `const order = { StartAt: 'A', States: { A: { Type: 'Pass', Result: <b>{1}</b>, End: true } } };
module.exports = Object.freeze(order);
`,
  ],
  [
    'main.tf',
    `locals {
  name = "A"
  states = { (local.name) = { Type = "Pass", Next = "B" }, B : { Type = "Succeed" } }
}
resource "aws_sfn_state_machine" "order" {
  definition = jsonencode({ StartAt = local.name, States = merge(local.states, { for s in [1] : s => s }) })
}
resource "aws_sfn_state_machine" "text" {
  definition = <<-EOF
    { "StartAt": "\${local.name}", "States": { "A": { "Type": "Succeed" } } }
  EOF
}
`,
  ],
  [
    'template.yaml',
    `Resources:
  Order:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: &it
        StartAt: A # first
        States: { A: { Type: Pass, Result: !Sub "\${X}", End: true } }
  Text:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: |-
        { "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }
---
kind: StateMachine
spec: { definition: "{ \\"StartAt\\": \\"A\\", \\"States\\": { \\"A\\": { \\"Type\\": \\"Succeed\\" } } }" }
`,
  ],
];

/** What means something to one of the readers, and much of it. */
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '`',
    '${',
    '"',
    "'",
    '<<EOF\n',
    'EOF',
    '...',
    '+',
    '=>',
    '\\',
    '\n',
    '\t',
    '#',
    '//',
  ],
  ...[
    '/*',
    '*/',
    '---\n',
    '&it',
    '*it',
    '<<: ',
    '!Sub ',
    '%{ if',
    ': ',
    ',',
    '|',
    '\0',
    '\u2028',
    '\ud83d',
    '-',
    'a = a',
  ],
  ...['['.repeat(1_000), '{ a = '.repeat(1_000), '`${'.repeat(1_000), '- '.repeat(1_000), "'a' + ".repeat(3_000)],
];

interface Mutation {
  readonly at: number;
  /** How much is taken out. */
  readonly length: number;
  readonly piece: string;
}

const mutation = fc.record<Mutation>({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(40)),
  piece: fc.oneof(fc.constant(''), fc.constantFrom(...pieces), fc.string({ maxLength: 5 })),
});

function mutate(text: string, { at, length, piece }: Mutation): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + piece + text.slice(start + length);
}

test.each(samples)('whatever is done to %s, reading ends, and problems have their place in it', (filename, sample) => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const text = mutations.reduce(mutate, sample);
      for (const { message, range } of read(filename, text).problems) {
        const [start, end] = range;
        expect(message).toMatch(/;|^Expected /);
        expect([start >= 0, start <= end, end <= text.length]).toEqual([true, true, true]);
      }
    }),
  );
});

test.each(samples)('%s as it is holds machines', (filename, sample) => {
  const { machines, problems } = read(filename, sample);
  expect(problems).toEqual([]);
  expect(machines.length).toBeGreaterThan(0);
});
