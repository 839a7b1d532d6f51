import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const retried = (delays: object, Type = 'Task') => ({
  StartAt: 'Work',
  States: {
    Work: {
      Type,
      ...(Type === 'Task'
        ? { Resource: 'arn:aws:states:::sqs:sendMessage' }
        : { Branches: [{ StartAt: 'Inner', States: { Inner: { Type: 'Succeed' } } }] }),
      Retry: [{ ErrorEquals: ['States.ALL'], ...delays }],
      End: true,
    },
  },
});
const at = '/States/Work/Retry[0]/MaxDelaySeconds';

new AslRuleTester().run('consistent-retry-delays', rule, {
  valid: [
    { definition: retried({ IntervalSeconds: 10, MaxDelaySeconds: 60 }) },
    { name: 'each retry waits as long', definition: retried({ IntervalSeconds: 60, MaxDelaySeconds: 60 }) },
    { name: 'one second is the default', definition: retried({ MaxDelaySeconds: 1 }) },
    { name: 'no limit', definition: retried({ IntervalSeconds: 60 }) },
    {
      name: 'it does not try again',
      definition: retried({ IntervalSeconds: 60, MaxDelaySeconds: 10, MaxAttempts: 0 }),
    },
    {
      name: 'a number that is filled in',
      definition: retried({ IntervalSeconds: '${Interval}', MaxDelaySeconds: 10 }),
    },
  ],
  invalid: [
    {
      name: 'the limit is below the first delay',
      definition: retried({ IntervalSeconds: 60, BackoffRate: 2, MaxDelaySeconds: 10 }),
      errors: [
        {
          message:
            '"MaxDelaySeconds" (10) is below "IntervalSeconds" (60), so that each retry waits 10 seconds, and neither "IntervalSeconds" nor "BackoffRate" has any effect; raise "MaxDelaySeconds", or lower "IntervalSeconds"',
          at,
        },
      ],
    },
    {
      name: 'of a Parallel, with jitter',
      definition: retried({ IntervalSeconds: 11, MaxDelaySeconds: 10, JitterStrategy: 'FULL' }, 'Parallel'),
      errors: [{ messageId: 'cut', at }],
    },
    {
      name: 'whose attempts are filled in',
      definition: retried({ IntervalSeconds: 60, MaxDelaySeconds: 10, MaxAttempts: '${Attempts}' }),
      errors: [{ messageId: 'cut', at }],
    },
  ],
});
