import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const route = (rules: readonly object[], more: object = {}) => ({
  StartAt: 'Route',
  States: {
    Route: { Type: 'Choice', ...more, Choices: rules.map((test) => ({ ...test, Next: 'Done' })), Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
const jsonata = (...conditions: string[]) =>
  route(
    conditions.map((condition) => ({ Condition: `{% ${condition} %}` })),
    { QueryLanguage: 'JSONata' },
  );
const a = (test: object) => ({ Variable: '$.a', ...test });
const mark = (index: number, name = 'Variable') => ({
  at: `/States/Route/Choices[${index}]/${name}`,
  part: 'key' as const,
});
const remedy = 'before it takes all that it would match; move it up, or remove it';

/** A Choice behind a state that makes a number. */
const added = (...rules: readonly object[]) => ({
  StartAt: 'Add',
  States: {
    Add: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.a, $.b)', 'b.$': '$.b' }, Next: 'Route' },
    ...route(rules).States,
    Failed: { Type: 'Fail', Error: 'Odd' },
  },
});
const sum = (test: object) => ({ Variable: '$.n', ...test });
const signs = [sum({ NumericLessThan: 0 }), sum({ NumericGreaterThanEquals: 0 })];
const big = { Variable: '$.b', NumericGreaterThan: 100 };

new AslRuleTester().run('no-shadowed-choice-rules', rule, {
  valid: [
    { name: 'a number that is left', definition: added(signs[0]!, big) },
    {
      name: 'behind all numbers a rule that fails for what nobody expects',
      definition: {
        ...added(...signs),
        States: {
          ...added(...signs).States,
          Route: {
            Type: 'Choice',
            Choices: [...signs.map((test) => ({ ...test, Next: 'Done' })), { ...big, Next: 'Failed' }],
          },
        },
      },
    },
    {
      name: 'the same condition, which may come out differently',
      definition: jsonata('$random() < $states.input.share', '$random() < $states.input.share'),
    },
    {
      name: 'conditions that differ in a text',
      definition: jsonata(
        "$contains($lowercase($join($states.input.a)), 'x y')",
        "$contains($lowercase($join($states.input.a)), 'x  y')",
      ),
    },
    { definition: route([a({ StringEquals: 'x' }), a({ StringEquals: 'y' })]) },
    {
      name: 'the narrower rule first',
      definition: route([a({ NumericGreaterThan: 100 }), a({ NumericGreaterThan: 10 })]),
    },
    { name: 'overlapping rules', definition: route([a({ NumericGreaterThan: 10 }), a({ NumericLessThan: 100 })]) },
    {
      name: 'another place',
      definition: route([a({ StringEquals: 'x' }), { Variable: '$.b', StringEquals: 'x' }]),
    },
    {
      name: 'presence first in each condition, or of another place, or asked for before',
      definition: route([
        { And: [a({ IsPresent: true }), a({ StringEquals: 'x' }), a({ IsPresent: true })] },
        { And: [a({ StringEquals: 'y' }), a({ IsPresent: true })] },
        {
          Or: [
            { Variable: '$.b', IsPresent: false },
            { Variable: '$.b', IsNull: true },
          ],
        },
        {
          And: [
            { Variable: '$.c', IsNull: true },
            { Variable: '$.d', IsPresent: true },
          ],
        },
      ]),
    },
    { name: 'presence first', definition: route([a({ IsPresent: false }), a({ StringEquals: 'x' })]) },
    {
      name: 'a guarded rule leaves what is missing',
      definition: route([{ And: [a({ IsPresent: true }), a({ StringEquals: 'x' })] }, a({ IsPresent: false })]),
    },
    {
      name: 'a contradiction is a finding of its own',
      definition: route([a({ IsNull: true }), { And: [a({ IsNull: true }), a({ IsString: true })] }]),
    },
    { name: 'a literal that is filled in', definition: route([a({ StringEquals: '${A}' }), a({ StringEquals: 'x' })]) },
    { name: 'patterns that only overlap', definition: route([a({ StringMatches: 'x*' }), a({ StringMatches: '*x' })]) },
    { name: 'JSONata', definition: jsonata("$states.input.a = 'x'", "$states.input.a = 'y'", '$f($states.input.a)') },
  ],
  invalid: [
    {
      name: 'presence behind what needs it',
      definition: route([
        { And: [a({ StringEquals: 'x' }), a({ IsPresent: true })] },
        {
          Not: {
            Or: [
              { Variable: '$.b', IsNull: true },
              { Variable: '$.b', IsPresent: false },
            ],
          },
        },
      ]),
      errors: [
        {
          message:
            '"IsPresent" asks for "$.a" too late: "StringEquals" before it already fails the execution where there is no value; put "IsPresent" first',
          at: '/States/Route/Choices[0]/And[1]/IsPresent',
          part: 'key',
        },
        { messageId: 'late', at: '/States/Route/Choices[1]/Not/Or[1]/IsPresent', part: 'key' },
      ],
    },
    {
      name: 'a number is below a bound or not',
      definition: added(...signs, big),
      errors: [
        {
          message:
            '"Route" never takes rule 3 (to "Done"), because "$.n" is always a number by the Parameters of "Add", and of that rules 1 and 2 before it leave nothing that it would match; move it up, or remove it',
          ...mark(2),
        },
      ],
    },
    {
      name: 'the same condition, whatever it asks',
      definition: jsonata(
        '$sum($states.input.items.(price * count)) > $limit',
        'false',
        '$sum($states.input.items.(price  * count)) > $limit',
      ),
      errors: [
        { message: `"Route" never takes rule 3 (to "Done"), because rule 1 ${remedy}`, ...mark(2, 'Condition') },
      ],
    },
    {
      name: 'a wider range first',
      definition: route([a({ NumericGreaterThan: 10 }), a({ NumericGreaterThan: 100 })]),
      errors: [{ message: `"Route" never takes rule 2 (to "Done"), because rule 1 ${remedy}`, ...mark(1) }],
    },
    {
      name: 'the same test twice',
      definition: route([a({ StringEquals: 'x' }), a({ StringEquals: 'y' }), a({ StringEquals: 'x' })]),
      errors: [{ message: `"Route" never takes rule 3 (to "Done"), because rule 1 ${remedy}`, ...mark(2) }],
    },
    {
      name: 'a wider pattern first',
      definition: route([a({ StringMatches: 'x*' }), a({ StringEquals: 'xyz' })]),
      errors: [{ messageId: 'taken', ...mark(1) }],
    },
    {
      name: 'all that is not something',
      definition: route([{ Not: a({ StringEquals: 'done' }) }, { And: [a({ StringEquals: 'failed' })] }]),
      errors: [{ messageId: 'taken', ...mark(1, 'And') }],
    },
    {
      name: 'two halves',
      definition: route([
        a({ NumericLessThan: 3 }),
        a({ NumericGreaterThanEquals: 2 }),
        a({ NumericEquals: 7 }),
        a({ IsNumeric: true }),
      ]),
      errors: [
        { messageId: 'taken', ...mark(2) },
        {
          message:
            '"Route" never takes rule 4 (to "Done"), because rules 1 and 2 before it take all that it would match; move it up, or remove it',
          ...mark(3),
        },
      ],
    },
    {
      name: 'presence too late',
      definition: route([a({ StringEquals: 'x' }), a({ IsPresent: false })]),
      errors: [
        {
          message:
            '"Route" never takes rule 2 (to "Done"), because rule 1 before it already fails the execution where there is no value; move the test of "IsPresent" up',
          ...mark(1),
        },
      ],
    },
    {
      name: 'JSONata',
      definition: jsonata('$states.input.a > 10', '$states.input.a > 100'),
      errors: [{ messageId: 'taken', ...mark(1, 'Condition') }],
    },
  ],
});
