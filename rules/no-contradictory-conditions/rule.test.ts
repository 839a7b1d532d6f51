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
const mark = (path: string) => ({ at: `/States/Route/${path}`, part: 'key' as const });
const both = { And: [a({ StringEquals: 'x' }), a({ StringEquals: 'y' })] };

new AslRuleTester().run('no-contradictory-conditions', rule, {
  valid: [
    { definition: route([{ And: [a({ NumericGreaterThan: 5 }), a({ NumericLessThan: 10 })] }]) },
    { name: 'either', definition: route([{ Or: both.And }]) },
    {
      name: 'two places',
      definition: route([{ And: [a({ StringEquals: 'x' }), { Variable: '$.b', StringEquals: 'y' }] }]),
    },
    { name: 'neither', definition: route([{ And: both.And.map((Not) => ({ Not })) }]) },
    {
      name: 'a guard',
      definition: route([{ And: [a({ IsPresent: true }), a({ IsString: true }), a({ StringMatches: 'x*' })] }]),
    },
    {
      name: 'a timestamp is a text, too',
      definition: route([{ And: [a({ IsString: true }), a({ IsTimestamp: true })] }]),
    },
    {
      name: 'a literal that is filled in',
      definition: route([{ And: [a({ StringEquals: '${A}' }), a({ StringEquals: 'x' })] }]),
    },
    {
      name: 'not both',
      definition: jsonata(
        "$states.input.a = 'x' or $states.input.a = 'y'",
        '$states.input.n > 5 and $states.input.n < 6',
      ),
    },
    { name: 'switched off', definition: jsonata('false') },
  ],
  invalid: [
    {
      name: 'two texts at once',
      definition: route([both]),
      errors: [
        {
          message:
            'Rule 1 of "Route" never matches, because it cannot be that $.a StringEquals "x" is true and $.a StringEquals "y" is true; correct the condition, or remove the rule',
          ...mark('Choices[0]/And'),
        },
      ],
    },
    {
      name: 'an empty range',
      definition: route([a({ IsNull: true }), { And: [a({ NumericGreaterThan: 10 }), a({ NumericLessThan: 5 })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[1]/And') }],
    },
    {
      name: 'two types at once',
      definition: route([{ And: [a({ IsNumeric: true }), a({ StringEquals: '5' })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'missing and yet equal',
      definition: route([{ And: [a({ IsPresent: false }), a({ StringEquals: 'x' })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'a text that does not match the pattern',
      definition: route([{ And: [a({ StringMatches: 'x*' }), a({ StringEquals: 'yx' })] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'a test and its opposite',
      definition: route([{ And: [a({ BooleanEquals: true }), { Not: a({ BooleanEquals: true }) }] }]),
      errors: [{ messageId: 'rule', ...mark('Choices[0]/And') }],
    },
    {
      name: 'hidden in an Or',
      definition: route([{ Or: [a({ StringEquals: 'z' }), both] }]),
      errors: [
        {
          message:
            'This part of rule 1 of "Route" is never true, because it cannot be that $.a StringEquals "x" is true and $.a StringEquals "y" is true; correct the condition, or remove the part',
          ...mark('Choices[0]/Or[1]/And'),
        },
      ],
    },
    {
      name: 'JSONata',
      definition: jsonata(
        "$states.input.a = 'x' and $states.input.a = 'y'",
        '$states.input.n > 10 and $states.input.n < 5',
      ),
      errors: [0, 1].map((index) => ({ messageId: 'rule' as const, ...mark(`Choices[${index}]/Condition`) })),
    },
  ],
});
