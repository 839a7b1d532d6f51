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

/** A Choice behind a state that counts the items of its input, and names a Fail and another state. */
const counted = (rules: readonly object[], more: object = {}, Default = 'Other', begin: object = count) => ({
  StartAt: 'Count',
  States: {
    Count: { Type: 'Pass', ...begin, Next: 'Route' },
    Route: { Type: 'Choice', ...more, Choices: rules.map((test) => ({ ...test, Next: 'Done' })), Default },
    Done: { Type: 'Succeed' },
    Other: { Type: 'Pass', Next: 'Failed' },
    Failed: { Type: 'Fail', Error: 'Odd' },
  },
});
const count = {
  Parameters: { 'n.$': 'States.ArrayLength($.items)', 'known.$': "States.ArrayContains($.items, 'x')" },
};
const n = (test: object) => ({ Variable: '$.n', ...test });
const both = [n({ NumericGreaterThan: 0 }), n({ NumericLessThanEquals: 0 })];
const conditions = (...of: string[]) => of.map((one) => ({ Condition: `{% ${one} %}` }));
const countedInJsonata = (begin: object, ...of: string[]) =>
  counted(conditions(...of), { QueryLanguage: 'JSONata' }, 'Other', { QueryLanguage: 'JSONata', ...begin });

/** A Choice that two ways lead to. */
const onTwoWays = (other: object) => {
  const { States } = counted(both);
  return {
    StartAt: 'Ask',
    States: {
      Ask: { Type: 'Choice', Choices: [{ Variable: '$.items', IsPresent: true, Next: 'Count' }], Default: 'No items' },
      'No items': { Type: 'Pass', Parameters: other, Next: 'Route' },
      ...States,
    },
  };
};
/** A Choice behind a Task and its Catch. */
const behindTask = (catcher: object) => {
  const { StartAt, States } = counted(both);
  const task = {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'work' },
    ResultPath: null,
    Catch: [{ ErrorEquals: ['States.ALL'], ...catcher, Next: 'Route' }],
    Next: 'Route',
  };
  return { StartAt, States: { ...States, Count: { ...States.Count, Next: 'Work' }, Work: task } };
};

new AslRuleTester().run('no-unused-default', rule, {
  valid: [
    {
      name: 'a number or null by the contract of the input',
      definition: route([a({ NumericGreaterThan: 5 }), a({ NumericLessThanEquals: 5 })]),
      contracts: { input: { type: 'object', properties: { a: { type: ['number', 'null'] } }, required: ['a'] } },
    },
    {
      name: 'JSONata: a condition and the opposite of another one',
      definition: jsonata('$states.input.a > 5 and $states.input.b', '$not($states.input.a > 5 and $states.input.c)'),
    },
    { name: 'a number: a gap', definition: counted([n({ NumericGreaterThan: 2 }), n({ NumericLessThan: 2 })]) },
    { name: 'a number on one way, nothing known on the other', definition: onTwoWays({ 'n.$': '$.total' }) },
    { name: 'a number on one way, null on the other', definition: onTwoWays({ n: null }) },
    {
      name: 'a number that the error output of a Catch takes the place of',
      definition: behindTask({ ResultPath: '$.n' }),
    },
    {
      name: 'a number of another place',
      definition: counted([{ ...both[0], Variable: '$.m' }, both[1]!], {}, 'Other', {
        Parameters: { ...count.Parameters, 'm.$': '$.m' },
      }),
    },
    {
      name: 'JSONata: what may be undefined',
      definition: countedInJsonata(
        {},
        '$contains($states.input.a, "x") = true',
        '$contains($states.input.a, "x") = false',
      ),
    },
    {
      name: 'JSONata: a variable that only one way gives a value',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Ask',
        States: {
          Ask: {
            Type: 'Choice',
            Choices: [
              {
                Condition: '{% $exists($states.input.tier) %}',
                Assign: { tier: '{% $states.input.tier %}' },
                Next: 'Route',
              },
            ],
            Default: 'Route',
          },
          ...countedInJsonata({}, "$tier = 'gold'", "$tier != 'gold'").States,
        },
      },
    },
    {
      name: 'JSONata: nothing is neither equal nor unequal',
      definition: countedInJsonata({}, '$states.input.f = true', '$states.input.f != true'),
    },
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
      name: 'a number by the contract of the input',
      definition: route([a({ NumericGreaterThan: 5 }), a({ NumericLessThanEquals: 5 })]),
      contracts: { input: { type: 'object', properties: { a: { type: 'integer', minimum: 0 } }, required: ['a'] } },
      errors: [
        {
          message:
            '"Route" never goes to its Default "Other", because "$.a" is always a whole number of 0 or more by the contract, and the rules take all of that; remove the Default, or correct the rules',
          ...at,
        },
      ],
    },
    {
      name: 'JSONata: a condition and its opposite, whatever counts as true in it',
      definition: jsonata('$states.input.a > 5 and $states.input.b', '$not($states.input.a > 5 and $states.input.b)'),
      errors: [{ messageId: 'failing', ...at }],
    },
    {
      name: 'a number is above a bound or not',
      definition: counted(both),
      errors: [
        {
          message:
            '"Route" never goes to its Default "Other", because "$.n" is always a whole number of 0 or more by the Parameters of "Count", and the rules take all of that; remove the Default, or correct the rules',
          ...at,
        },
      ],
    },
    {
      name: 'a count is none, or one and more',
      definition: counted([n({ NumericEquals: 0 }), n({ NumericGreaterThanEquals: 1 })]),
      errors: [{ messageId: 'kinds', ...at }],
    },
    {
      name: 'JSONata: a variable that has a value, whichever, is equal or unequal',
      definition: countedInJsonata(
        { Assign: { tier: '{% $states.input.tier %}' } },
        "$tier = 'gold'",
        "$tier != 'gold'",
      ),
      errors: [{ message: /because "\$tier" always has a value, and the rules take all of that;/, ...at }],
    },
    {
      name: 'a number is above a bound or not, and a Fail is there for nothing else',
      definition: counted(both, {}, 'Failed'),
      errors: [{ messageId: 'kinds', ...at }],
    },
    {
      name: 'a count is always from zero on, which needs no Fail',
      definition: counted([n({ NumericGreaterThanEquals: 0 })], {}, 'Failed'),
      errors: [{ messageId: 'kinds', ...at }],
    },
    {
      name: 'a boolean is true or false',
      definition: counted([true, false].map((is) => ({ Variable: '$.known', BooleanEquals: is }))),
      errors: [{ message: /because "\$\.known" is always a boolean by the Parameters of "Count", and/, ...at }],
    },
    {
      name: 'a number of an API that may be missing, where the rules fail',
      definition: counted(
        [
          { Variable: '$.Count', NumericGreaterThan: 0 },
          { Variable: '$.Count', NumericLessThanEquals: 0 },
        ],
        {},
        'Other',
        { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:dynamodb:scan', Parameters: { TableName: 'T' } },
      ),
      errors: [
        { message: /"\$\.Count" is a number where it is there by the result of dynamodb:scan in "Count"/, ...at },
      ],
    },
    { name: 'a number on both ways', definition: onTwoWays({ n: 3 }), errors: [{ messageId: 'kinds', ...at }] },
    {
      name: 'a number beside the error output of a Catch',
      definition: behindTask({ ResultPath: '$.error' }),
      errors: [{ messageId: 'kinds', ...at }],
    },
    {
      name: 'JSONata: a variable that no rule fails on',
      definition: countedInJsonata({ Assign: { n: '{% $count($states.input.items) %}' } }, '$n > 0', '$n <= 0'),
      errors: [{ message: /because "\$n" is always a whole number of 0 or more by the Assign of "Count", and/, ...at }],
    },
    {
      name: 'JSONata: a boolean',
      definition: countedInJsonata(
        { Output: { eu: "{% $contains($states.input.region, 'eu-') %}" } },
        '$states.input.eu = true',
        '$states.input.eu = false',
      ),
      errors: [{ message: /"\$states\.input\.eu" is always a boolean by the Output of "Count"/, ...at }],
    },
    {
      name: 'JSONata: a value of another type would fail',
      definition: countedInJsonata(
        { Output: { n: '{% $count($states.input.items) %}', m: '{% $states.input.m %}' } },
        '$states.input.n > 0 or $states.input.m > 5',
        '$states.input.n <= 0',
      ),
      errors: [{ messageId: 'failing', ...at }],
    },
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
