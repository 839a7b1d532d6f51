import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::sqs:sendMessage',
  ...more,
});
const caught = (Next: string) => ({ Catch: [{ ErrorEquals: ['States.ALL'], Next }] });
const saga = (TimeoutSeconds: unknown, task: object = {}, undo: object = call({ Next: 'Failed' })) => ({
  ...(TimeoutSeconds !== undefined && { TimeoutSeconds }),
  StartAt: 'Charge',
  States: {
    Charge: call({ ...task, ...caught('Failed'), Next: 'Ship' }),
    Ship: call({ ...task, ...caught('Refund'), End: true }),
    Refund: undo,
    Failed: { Type: 'Fail' },
  },
});

new AslRuleTester().run('no-uncompensated-timeout', rule, {
  valid: [
    {
      name: 'the Tasks end before',
      definition: saga(100, { TimeoutSeconds: 30 }, call({ TimeoutSeconds: 30, Next: 'Failed' })),
    },
    {
      name: 'with their retries',
      definition: saga(
        300,
        { TimeoutSeconds: 30, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }] },
        call({ TimeoutSeconds: 30, Next: 'Failed' }),
      ),
    },
    { name: 'no timeout of the machine', definition: saga(undefined) },
    { name: 'one that is filled in', definition: saga('${Timeout}') },
    { name: 'nothing is undone', definition: saga(15, {}, { Type: 'Pass', Next: 'Failed' }) },
    {
      name: 'nothing was done before',
      definition: {
        TimeoutSeconds: 15,
        StartAt: 'Charge',
        States: {
          Charge: call({ ...caught('Tell'), End: true }),
          Tell: call({ Next: 'Failed' }),
          Failed: { Type: 'Fail' },
        },
      },
    },
    {
      name: 'Lambda ends by itself in 15 minutes',
      definition: saga(
        2700,
        { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' },
        { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Next: 'Failed' },
      ),
    },
    {
      name: 'a Catch that is filled in',
      code: JSON.stringify(saga(15)).replace(/"Catch":\[\{[^}]*\}\]/, '"Catch":$${Catch}'),
    },
  ],
  invalid: [
    {
      name: 'Tasks without timeouts',
      definition: saga(15),
      errors: [
        {
          message:
            'After 15 seconds the execution is ended without asking any Catch, and it may take any time, for not all of its Tasks have a timeout: what "Charge" did would stand without "Refund"; give the Tasks "TimeoutSeconds" that add up to less, or raise this one',
          at: '/TimeoutSeconds',
        },
      ],
    },
    {
      name: 'timeouts that add up to more',
      definition: saga(80, { TimeoutSeconds: 30 }, call({ TimeoutSeconds: 30, Next: 'Failed' })),
      errors: [{ message: /and it may take 90: what "Charge" did/, at: '/TimeoutSeconds' }],
    },
    {
      name: 'with their retries',
      definition: saga(
        200,
        { TimeoutSeconds: 30, Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }] },
        call({ TimeoutSeconds: 30, Next: 'Failed' }),
      ),
      errors: [{ message: /and it may take 216: /, at: '/TimeoutSeconds' }],
    },
  ],
});
