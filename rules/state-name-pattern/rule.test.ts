import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});
const named = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Pass', End: true } } });

new AslRuleTester().run('state-name-pattern', rule, {
  valid: [
    { definition: machine({}) },
    { definition: named('Charge the card') },
    { definition: named('${Prefix}charge') },
    { definition: named('charge-card'), options: [{ pattern: '^[a-z-]+$' }] },
  ],
  invalid: [
    {
      definition: named('charge card'),
      errors: [
        {
          message: '"charge card" is not named as /^[A-Z0-9]/ says; rename the state',
          at: '/States/charge card',
          part: 'key',
        },
      ],
    },
    {
      definition: machine({}),
      options: [{ pattern: '^[a-z-]+$' }],
      errors: [{ messageId: 'mismatch', at: '/States/Call', part: 'key' }],
    },
  ],
});
