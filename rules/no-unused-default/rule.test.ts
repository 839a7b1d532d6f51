import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const route = (rules: readonly object[], more: object = { Default: 'Other' }) => ({
  StartAt: 'Route',
  States: {
    Route: { Type: 'Choice', Choices: rules.map((test) => ({ ...test, Next: 'Done' })), ...more },
    Done: { Type: 'Succeed' },
    Other: { Type: 'Succeed' },
  },
});
const jsonata = (...conditions: string[]) =>
  route(
    conditions.map((condition) => ({ Condition: `{% ${condition} %}` })),
    { QueryLanguage: 'JSONata', Default: 'Other' },
  );
const a = (test: object) => ({ Variable: '$.a', ...test });
const at = { at: '/States/Route/Default', part: 'key' } as const;

const is = (mode: string) => ({ Variable: '$.config.mode', StringEquals: mode });
const set = (mode: unknown, more: object = {}) => ({
  Type: 'Pass',
  Result: { mode },
  ResultPath: '$.config',
  Next: 'Route',
  ...more,
});
/** Of two values, after another Choice. */
const either = (rules: readonly object[], Other: object = { Type: 'Succeed' }) => {
  const { States } = route(rules);
  const Which = { Type: 'Choice', Choices: [a({ IsPresent: true, Next: 'Slow' })], Default: 'Fast' };
  return { StartAt: 'Which', States: { Which, Slow: set('slow'), Fast: set('fast'), ...States, Other } };
};
const known = (rules: readonly object[], more: object = {}, mode: unknown = 'fast') => ({
  StartAt: 'Begin',
  States: { Begin: set(mode, more), ...route(rules).States },
});
const variable = (condition: string, assign: object, more: object = {}) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: { Begin: { Type: 'Pass', Assign: assign, Next: 'Route', ...more }, ...jsonata(condition).States },
});
/** A Choice that leads to another. */
const after = (first: object, ...rules: readonly object[]) => ({
  StartAt: 'First',
  States: {
    First: { Type: 'Choice', Choices: [{ ...first, Next: 'Route' }], Default: 'Done' },
    ...route(rules).States,
  },
});

new AslRuleTester().run('no-unused-default', rule, {
  valid: [
    { definition: route([a({ StringEquals: 'x' })]) },
    { name: 'none', definition: route([a({ IsPresent: true }), a({ IsPresent: false })], {}) },
    {
      name: 'both booleans: a text matches neither',
      definition: route([a({ BooleanEquals: true }), a({ BooleanEquals: false })]),
    },
    {
      name: 'all numbers: a text is none',
      definition: route([a({ NumericLessThan: 5 }), a({ NumericGreaterThanEquals: 5 })]),
    },
    { name: 'JSONata', definition: jsonata("$states.input.a = 'x'", '$f($states.input.a)') },
    { name: 'an operand that is filled in', definition: route([a({ IsPresent: '${Yes}' }), a({ IsPresent: true })]) },
    { name: 'a value that is not the one', definition: known([is('slow')]) },
    { name: 'a value that is filled in', definition: known([is('fast')], {}, '${Mode}') },
    { name: 'a value of the input', definition: route([is('fast')]) },
    { name: 'one of two values', definition: either([is('slow')]) },
    {
      name: 'a Fail for what nobody expects',
      definition: either([is('slow'), is('fast')], { Type: 'Fail' }),
    },
    {
      name: 'a Task may change it',
      definition: {
        StartAt: 'Begin',
        States: {
          Begin: set('fast', { Next: 'Load' }),
          Load: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f', Next: 'Route' },
          ...route([is('fast')]).States,
        },
      },
    },
    { name: 'JSONata: another value', definition: variable("$mode = 'slow'", { mode: 'fast' }) },
    { name: 'JSONata: one side is not known', definition: variable("$mode = 'fast' and $b", { mode: 'fast' }) },
    {
      name: 'the Choice before lets more through',
      definition: after({ Or: [a({ StringEquals: 'x' }), a({ StringEquals: 'y' })] }, a({ StringEquals: 'x' })),
    },
    {
      name: 'a Fail behind all that the Choice before lets through',
      definition: (() => {
        const [x, y] = [a({ StringEquals: 'x' }), a({ StringEquals: 'y' })];
        const { States, StartAt } = after({ Or: [x, y] }, x, y);
        return { StartAt, States: { ...States, Other: { Type: 'Fail' } } };
      })(),
    },
    {
      name: 'what comes by one of two Choices would fail in the other',
      definition: (() => {
        const { States } = route([a({ IsPresent: true })]);
        const asks = (test: object, Default: string) => ({ Type: 'Choice', Choices: [test], Default });
        return {
          StartAt: 'Which',
          States: {
            Which: asks({ Variable: '$.made', IsPresent: true, Next: 'Make' }, 'Second'),
            Make: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'First' },
            First: asks(a({ NumericGreaterThan: 5, Next: 'Route' }), 'Done'),
            Second: asks({ Variable: '$.b', IsPresent: true, Next: 'Route' }, 'Done'),
            ...States,
          },
        };
      })(),
    },
    {
      name: 'other data than the Choice before has seen',
      definition: (() => {
        const { States, StartAt } = after(a({ IsPresent: true }), a({ IsPresent: true }));
        return { StartAt, States: { ...States, Route: { ...States.Route, InputPath: '$.b' } } };
      })(),
    },
  ],
  invalid: [
    {
      name: 'a value that is always the same',
      definition: known([is('fast')]),
      errors: [
        {
          message:
            '"Route" never goes to its Default "Other", because "$.config.mode" is always "fast" on every way to it, and a rule matches that; remove the Default, or let the value be what the rules were meant to test',
          ...at,
        },
      ],
    },
    {
      name: 'two values, each with its rule',
      definition: either([is('slow'), is('fast')]),
      errors: [{ message: /because "\$\.config\.mode" is "(slow|fast)" or "(slow|fast)" on every way/, ...at }],
    },
    {
      name: 'an error output that is always there',
      definition: {
        StartAt: 'Load',
        States: {
          Load: {
            Type: 'Task',
            Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Route' }],
            Next: 'Done',
          },
          ...route([{ Variable: '$.error', IsPresent: true }]).States,
        },
      },
      errors: [{ message: /because "\$\.error" is always there on every way/, ...at }],
    },
    {
      name: 'JSONata: variables that are assigned one value each',
      definition: variable("$mode = 'fast' and $tries < 5", { mode: 'fast', tries: 3 }),
      errors: [{ message: /because "\$mode" is always "fast" and "\$tries" is always 3 on/, ...at }],
    },
    {
      name: 'JSONata: data that is made before',
      definition: variable("$not($states.input.mode != 'fast')", {}, { Output: { mode: 'fast' } }),
      errors: [{ messageId: 'known', ...at }],
    },
    {
      name: 'the Choice before has tested the same',
      definition: after(a({ NumericGreaterThan: 10 }), a({ NumericGreaterThan: 5 })),
      errors: [
        {
          message:
            '"Route" never goes to its Default "Other", because the Choice before it has tested the same: it cannot be that $.a NumericGreaterThan 10 is true and $.a NumericGreaterThan 5 is false; remove the Default, or correct one of the tests',
          ...at,
        },
      ],
    },
    {
      name: 'there or not',
      definition: route([a({ IsPresent: true }), a({ IsPresent: false })]),
      errors: [
        {
          message:
            '"Route" never goes to its Default "Other", because the rules match everything (it cannot be that $.a IsPresent true is false and $.a IsPresent false is false); remove the Default, or correct the rules',
          ...at,
        },
      ],
    },
    {
      name: 'a test and its opposite, which fail without a value',
      definition: route([a({ StringEquals: 'x' }), { Not: a({ StringEquals: 'x' }) }]),
      errors: [
        {
          message:
            '"Route" never goes to its Default "Other": where no rule matches, one of them fails the execution, because a value is missing or of another type; test for that before, and remove the Default',
          ...at,
        },
      ],
    },
    {
      name: 'JSONata: a condition that is always true',
      definition: jsonata("$states.input.a = 'x'", 'true'),
      errors: [
        {
          message:
            '"Route" never goes to its Default "Other", because the rules match everything; remove the Default, or correct the rules',
          ...at,
        },
      ],
    },
    {
      name: 'JSONata: all numbers, and anything else fails',
      definition: jsonata('$states.input.a > 5', '$states.input.a <= 5'),
      errors: [{ messageId: 'failing', ...at }],
    },
  ],
});
