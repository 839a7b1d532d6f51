import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const choice = (rules: readonly object[], Default: string | undefined, more: object = {}) => ({
  StartAt: 'Paid?',
  States: {
    'Paid?': { Type: 'Choice', Choices: rules, ...(Default !== undefined && { Default }), ...more },
    Ship: { Type: 'Succeed' },
    Remind: { Type: 'Succeed' },
  },
});
const paid = { Variable: '$.paid', BooleanEquals: true };
const open = { Variable: '$.paid', BooleanEquals: false };
const to = (test: object, Next: string, more: object = {}) => ({ ...test, Next, ...more });
const jsonata = { QueryLanguage: 'JSONata' };
const condition = { Condition: '{% $states.input.paid %}' };
const at = '/States/Paid?/Default';

new AslRuleTester().run('no-idle-choices', rule, {
  valid: [
    { name: 'another Default', definition: choice([to(paid, 'Ship')], 'Remind') },
    { name: 'another rule', definition: choice([to(paid, 'Ship'), to(open, 'Remind')], 'Ship') },
    {
      name: 'no Default: what no rule matches fails',
      definition: choice([to(paid, 'Ship'), to(open, 'Ship')], undefined),
    },
    {
      name: 'a rule that assigns something',
      definition: choice([to(paid, 'Ship', { Assign: { paid: true } })], 'Ship'),
    },
    {
      name: 'a Default that assigns something',
      definition: choice([to(paid, 'Ship')], 'Ship', { Assign: { paid: false } }),
    },
    {
      name: 'a rule that hands on something else',
      definition: choice([to(condition, 'Ship', { Output: { paid: true } })], 'Ship', jsonata),
    },
    { name: 'a name that is filled in', definition: choice([to(paid, '${Next}')], '${Next}') },
  ],
  invalid: [
    {
      name: 'one rule',
      definition: choice([to(paid, 'Ship')], 'Ship'),
      errors: [
        {
          message:
            '"Paid?" decides nothing: its rule and the Default lead to "Ship"; correct the one that is to lead elsewhere, or remove the Choice',
          at,
        },
      ],
    },
    {
      name: 'several rules',
      definition: choice([to(paid, 'Ship'), to(open, 'Ship')], 'Ship'),
      errors: [{ message: /^"Paid\?" decides nothing: its 2 rules and the Default lead to "Ship"/, at }],
    },
    {
      name: 'JSONata',
      definition: choice([to(condition, 'Ship')], 'Ship', jsonata),
      errors: [{ messageId: 'idle', at }],
    },
  ],
});
