import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (state: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ...state, End: true } },
});

new AslRuleTester().run('require-comment', rule, {
  valid: [
    { definition: machine({}, { Comment: 'Charges a card' }) },
    { name: 'a Comment that is filled in', definition: machine({}, { Comment: '${Comment}' }) },
    { definition: machine({ Comment: 'Charges it' }, { Comment: 'Charges a card' }), options: [{ states: true }] },
    { definition: machine({}, { Comment: 'Charges a card' }), options: [{ states: ['Choice'] }] },
  ],
  invalid: [
    {
      definition: machine({}),
      errors: [
        {
          message: 'The state machine has no Comment; add one that says what it is for',
          at: '/StartAt',
          part: 'key',
        },
      ],
    },
    { definition: machine({}, { Comment: '  ' }), errors: [{ messageId: 'machine', at: '/StartAt', part: 'key' }] },
    {
      definition: machine({}, { Comment: 'Charges a card' }),
      options: [{ states: true }],
      errors: [{ message: '"Call" has no Comment; add one that says what it is for', at: '/States/Call', part: 'key' }],
    },
    {
      definition: machine({}, { Comment: 'Charges a card' }),
      options: [{ states: ['Task'] }],
      errors: [{ messageId: 'state', at: '/States/Call', part: 'key' }],
    },
  ],
});
