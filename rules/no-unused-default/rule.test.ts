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
  ],
  invalid: [
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
