import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  ...more,
});
const machine = (handler: string, States: object, ErrorEquals = ['States.ALL']) => ({
  StartAt: 'Charge',
  States: { Charge: call({ Catch: [{ ErrorEquals, Next: handler }], Next: 'Ship' }), Ship: call(), ...States },
});
const always = [{ always: true }] as [{ always: boolean }];
const Failed = { Type: 'Fail' };

new AslRuleTester().run('no-failure-as-success', rule, {
  valid: [
    { definition: machine('Refund', { Refund: call({ Next: 'Failed' }), Failed }) },
    { definition: machine('Failed', { Failed }) },
    { name: 'it goes on where nothing has failed', definition: machine('Ship', {}) },
    { name: 'and so it does later', definition: machine('Cancel order', { 'Cancel order': call({ Next: 'Ship' }) }) },
    {
      name: 'it may fail in the end',
      definition: machine('Cancel order', {
        'Cancel order': call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }], End: true }),
        Failed,
      }),
    },
    {
      name: 'an error that was foreseen',
      definition: machine('Cancel order', { 'Cancel order': call() }, ['OutOfStock']),
    },
    { name: 'a state that may be another way', definition: machine('Use other stock', { 'Use other stock': call() }) },
    { name: 'an End that is filled in', definition: machine('Cancel', { Cancel: call({ End: '${End}' }) }) },
    { name: 'a way that is filled in', definition: machine('Cancel', { Cancel: call({ Next: '${Next}' }) }) },
    {
      name: 'who started it is told in the output',
      definition: machine('Format error', { 'Format error': { Type: 'Pass', End: true } }),
      type: 'EXPRESS',
    },
    {
      name: 'other items go on',
      definition: {
        StartAt: 'Each',
        States: { Each: { Type: 'Map', ItemProcessor: machine('Note error', { 'Note error': call() }), End: true } },
      },
    },
    ...['No failure', 'Handle failures', 'not failed', 'Done'].map((name) => ({
      definition: { StartAt: name, States: { [name]: { Type: 'Succeed' } } },
    })),
  ],
  invalid: [
    {
      name: 'a compensation that ends well',
      definition: machine('Refund', { Refund: call({ Next: 'Done' }), Done: { Type: 'Succeed' } }),
      errors: [
        {
          message:
            'After a failure of "Charge" the execution comes to "Done" and ends as SUCCEEDED, so who watches it sees nothing; let "Done" go on to a Fail state',
          at: '/States/Done',
          part: 'key',
        },
      ],
    },
    {
      name: 'a message that ends it, once for all that lead to it',
      definition: {
        StartAt: 'A',
        States: {
          A: call({ Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'Notify failure' }], Next: 'B' }),
          B: call({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Notify failure' }], End: true }),
          'Notify failure': call(),
        },
      },
      errors: [
        {
          messageId: 'handler',
          data: { failed: 'A', state: 'Notify failure' },
          at: '/States/Notify failure',
          part: 'key',
        },
      ],
    },
    {
      name: 'whatever it is called, when asked for',
      options: always,
      definition: machine('Use other stock', { 'Use other stock': call() }),
      errors: [{ messageId: 'handler', at: '/States/Use other stock', part: 'key' }],
    },
    {
      name: 'a failure that leads where success does, when asked for',
      options: always,
      definition: machine('Ship', {}),
      errors: [
        {
          message:
            'A failure of "Charge" leads to "Ship", just as its success does, so nobody learns of it; lead the Catch to a state that takes care of it',
          at: '/States/Charge/Catch[0]/Next',
        },
      ],
    },
    ...['DunningFailed', 'Payment failure', 'Failed'].map((name) => ({
      name,
      definition: {
        StartAt: 'Paid?',
        States: {
          'Paid?': { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: 'Done' }], Default: name },
          Done: { Type: 'Succeed' },
          [name]: { Type: 'Succeed' },
        },
      },
      errors: [
        {
          message: `"${name}" is called a failure and ends the execution as SUCCEEDED; make it a Fail state`,
          at: `/States/${name}`,
          part: 'key' as const,
        },
      ],
    })),
  ],
});
