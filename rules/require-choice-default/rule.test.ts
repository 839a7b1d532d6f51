import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const end = { Type: 'Succeed' };
const route = (rules: readonly object[], more: object = {}, before: object = {}) => ({
  StartAt: 'Route',
  States: {
    ...before,
    Route: { Type: 'Choice', ...more, Choices: rules.map((test) => ({ ...test, Next: 'Done' })) },
    Done: end,
  },
});
const jsonata = (conditions: readonly string[], more: object = {}, before: object = {}) =>
  route(
    conditions.map((condition) => ({ Condition: `{% ${condition} %}` })),
    { QueryLanguage: 'JSONata', ...more },
    before,
  );
const a = (test: object) => ({ Variable: '$.a', ...test });
const at = { at: '/States/Route', part: 'key' } as const;
const NoChoiceMatched = {
  Type: 'Fail',
  Error: 'NoChoiceMatched',
  Cause: 'No rule of the Choice matches its input',
};
const repaired = (rules: readonly object[]) =>
  route(rules, { Default: 'No choice matched' }, { 'No choice matched': NoChoiceMatched });

/** The Choice in Terraform's language, with that before the state and before its Choices. */
const terraform = (before: string, inside: string): string => `resource "aws_sfn_state_machine" "route" {
  definition = jsonencode({
    StartAt = "Route"
    States = {
${before}      Route = {
        Type = "Choice"
${inside}        Choices = [{ Variable = "$.a", StringEquals = "x", Next = "Done" }]
      }
      Done = { Type = "Succeed" }
    }
  })
}
`;

const open: readonly [name: string, rules: readonly object[], example: string][] = [
  ['one text', [a({ StringEquals: 'x' })], 'the input {"a":"a"}'],
  ['several texts', [a({ StringEquals: 'a' }), a({ StringMatches: 'b*' })], 'the input {"a":"c"}'],
  ['a gap between numbers', [a({ NumericLessThan: 5 }), a({ NumericGreaterThan: 5 })], 'the input {"a":5}'],
  ['one boolean', [a({ BooleanEquals: true })], 'the input {"a":false}'],
  [
    'a value that may be null',
    [{ And: [a({ IsPresent: true }), a({ IsNull: false })] }, a({ IsPresent: false })],
    'the input {"a":null}',
  ],
  ['a value that may be missing', [a({ IsPresent: true })], 'the input {}'],
];

const elements = (tests: readonly object[], more: object = {}, before: object = {}) => ({
  ...route(
    tests.map((test) => ({ Variable: '$.elements', ...test })),
    more,
    { Count: { Type: 'Pass', Parameters: { 'elements.$': 'States.ArrayLength($.items)' }, Next: 'Route' }, ...before },
  ),
  StartAt: 'Count',
});

/** A Catch that leads to the Choice as well as what succeeds, each with data of its own. */
const outcome = (tests: readonly object[], more: object = {}, before: object = {}) => ({
  ...route(tests, more, {
    Send: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      ResultPath: null,
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Lost' }],
      Next: 'Sent',
    },
    Sent: { Type: 'Pass', Result: { status: 'OK', again: false }, ResultPath: '$.sent', Next: 'Route' },
    Lost: { Type: 'Pass', Result: { status: 'FAILED', again: true }, ResultPath: '$.sent', Next: 'Route' },
    ...before,
  }),
  StartAt: 'Send',
});
const status = (text: string) => ({ Variable: '$.sent.status', StringEquals: text });
const again = (value: boolean) => ({ Variable: '$.sent.again', BooleanEquals: value });

new AslRuleTester().run('require-choice-default', rule, {
  valid: [
    {
      name: 'a count is none, or one and more',
      definition: elements([{ NumericEquals: 0 }, { NumericGreaterThanEquals: 1 }]),
    },
    { name: 'all that the ways to it bring', definition: outcome([status('OK'), status('FAILED')]) },
    {
      name: 'what each way brings, though not all that they bring together',
      definition: outcome([{ And: [status('OK'), again(false)] }, { And: [status('FAILED'), again(true)] }]),
    },
    {
      name: 'JSONata: all that a variable is assigned',
      definition: {
        QueryLanguage: 'JSONata',
        ...jsonata(
          ["$status = 'OK'", "$status = 'FAILED'"],
          {},
          {
            Send: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sqs:sendMessage',
              Assign: { status: 'OK' },
              Catch: [{ ErrorEquals: ['States.ALL'], Assign: { status: 'FAILED' }, Next: 'Route' }],
              Next: 'Route',
            },
          },
        ),
        StartAt: 'Send',
      },
    },
    { definition: route([a({ StringEquals: 'x' })], { Default: 'Done' }) },
    { name: 'both booleans', definition: route([a({ BooleanEquals: true }), a({ BooleanEquals: false })]) },
    {
      name: 'a test and its opposite',
      definition: route([a({ StringEquals: 'x' }), { Not: a({ StringEquals: 'x' }) }]),
    },
    { name: 'there or not', definition: route([a({ IsPresent: false }), a({ IsPresent: true })]) },
    {
      name: 'all numbers',
      definition: route([a({ NumericLessThan: 0 }), a({ NumericEquals: 0 }), a({ NumericGreaterThan: 0 })]),
    },
    {
      name: 'De Morgan',
      definition: route([
        { And: [a({ BooleanEquals: true }), { Variable: '$.b', BooleanEquals: true }] },
        { Or: [a({ BooleanEquals: false }), { Variable: '$.b', BooleanEquals: false }] },
      ]),
    },
    {
      name: 'a bound from the data',
      definition: route([
        { Variable: '$.n', NumericLessThanPath: '$.max' },
        { Variable: '$.n', NumericGreaterThanEqualsPath: '$.max' },
      ]),
    },
    {
      name: 'a variable',
      definition: route([
        { Variable: '$count', NumericLessThan: 3 },
        { Variable: '$count', NumericGreaterThanEquals: 3 },
      ]),
    },
    { name: 'JSONata: a boolean and its opposite', definition: jsonata(['$states.input.a', '$not($states.input.a)']) },
    { name: 'JSONata: all numbers', definition: jsonata(['$states.input.a > 5', '$states.input.a <= 5']) },
    { name: 'JSONata: always', definition: jsonata(["$states.input.a = 'x'", 'true']) },
    { name: 'JSONata: more than the solver reads', definition: jsonata(['$f($states.input.a)']) },
    { name: 'an operand that is filled in', definition: route([a({ StringEquals: '${Status}' })]) },
    {
      name: 'a condition that is filled in',
      definition: route([{ Condition: '${Condition}' }], { QueryLanguage: 'JSONata' }),
    },
    {
      name: 'rules that are filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":${Rules}},"B":{"Type":"Succeed"}}}',
    },
    {
      name: 'a rule that is filled in',
      code: '{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[${Rule},{"Variable":"$.a","StringEquals":"x","Next":"B"}]},"B":{"Type":"Succeed"}}}',
    },
  ],
  invalid: [
    {
      name: 'a count may be one',
      definition: elements([{ NumericEquals: 0 }, { NumericGreaterThan: 1 }]),
      errors: [
        {
          message: /no rule matches the input {"elements":1}/,
          ...at,
          suggestions: [
            {
              messageId: 'add' as const,
              output: elements(
                [{ NumericEquals: 0 }, { NumericGreaterThan: 1 }],
                { Default: 'No choice matched' },
                { 'No choice matched': NoChoiceMatched },
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'what one of the ways brings',
      definition: outcome([status('OK'), status('LOST')]),
      errors: [
        {
          message: /no rule matches the input {"sent":{"status":"FAILED"}}/,
          ...at,
          suggestions: [
            {
              messageId: 'add' as const,
              output: outcome(
                [status('OK'), status('LOST')],
                { Default: 'No choice matched' },
                { 'No choice matched': NoChoiceMatched },
              ),
            },
          ],
        },
      ],
    },
    ...open.map(([name, rules, example]) => ({
      name,
      definition: route(rules),
      errors: [
        {
          message: `"Route" has no Default, and no rule matches ${example}: the execution fails there with "States.NoChoiceMatched", which nothing in the state can catch; add a Default`,
          ...at,
          suggestions: [{ messageId: 'add' as const, output: repaired(rules) }],
        },
      ],
    })),
    {
      name: 'JSONata',
      definition: jsonata(["$states.input.a = 'x'", "$states.input.a = 'y'"]),
      errors: [
        {
          messageId: 'missing',
          data: { state: 'Route', example: 'the input {"a":"a"}' },
          ...at,
          suggestions: [
            {
              messageId: 'add',
              output: jsonata(
                ["$states.input.a = 'x'", "$states.input.a = 'y'"],
                { Default: 'No choice matched' },
                { 'No choice matched': NoChoiceMatched },
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a variable is named, and so is a name that is free',
      definition: route([{ Variable: '$kind', StringEquals: 'x' }], {}, { 'No choice matched': end }),
      errors: [
        {
          messageId: 'missing',
          data: { state: 'Route', example: '$kind = "a"' },
          ...at,
          suggestions: [
            {
              messageId: 'add',
              data: { name: 'No choice matched 2' },
              output: route(
                [{ Variable: '$kind', StringEquals: 'x' }],
                { Default: 'No choice matched 2' },
                { 'No choice matched': end, 'No choice matched 2': NoChoiceMatched },
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'in Terraform’s language',
      filename: 'main.tf',
      code: terraform('', ''),
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 7,
          endLine: 5,
          endColumn: 12,
          suggestions: [
            {
              messageId: 'add',
              output: terraform(
                `      "No choice matched" = {
        Type = "Fail"
        Error = "NoChoiceMatched"
        Cause = "No rule of the Choice matches its input"
      }
`,
                '        Default = "No choice matched"\n',
              ),
            },
          ],
        },
      ],
    },
  ],
});
