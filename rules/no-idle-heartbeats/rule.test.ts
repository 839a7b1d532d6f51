import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const task = (Resource: string, more: object) => ({
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource, ...more, End: true } },
});
const integration = (action: string) => `arn:aws:states:::${action}`;
const beating = { HeartbeatSeconds: 30 };
const idle = (because: string) =>
  `"Work" has "HeartbeatSeconds", but only who works on an activity or holds a task token can send heartbeats, and ${because} gives none; use "TimeoutSeconds", or remove it`;
const at = '/States/Work/HeartbeatSeconds';

new AslRuleTester().run('no-idle-heartbeats', rule, {
  valid: [
    { name: 'a callback', definition: task(integration('sqs:sendMessage.waitForTaskToken'), beating) },
    {
      name: 'of an AWS SDK integration',
      definition: task(integration('aws-sdk:sqs:sendMessage.waitForTaskToken'), beating),
    },
    { name: 'an activity', definition: task('arn:aws:states:us-east-1:123456789012:activity:review', beating) },
    { name: 'a Resource that is filled in', definition: task('${Worker}', beating) },
    { name: 'no heartbeat', definition: task(integration('lambda:invoke'), { TimeoutSeconds: 30 }) },
  ],
  invalid: [
    {
      name: 'a call that is answered',
      definition: task(integration('lambda:invoke'), beating),
      errors: [{ message: idle('"lambda:invoke"'), at, part: 'key' }],
    },
    {
      name: 'a function',
      definition: task('arn:aws:lambda:us-east-1:123456789012:function:work', beating),
      errors: [{ message: idle('a call of a function'), at, part: 'key' }],
    },
    {
      name: 'a job',
      definition: task(integration('glue:startJobRun.sync'), beating),
      errors: [{ message: idle('"glue:startJobRun" with ".sync"'), at, part: 'key' }],
    },
    {
      name: 'by a path',
      definition: task(integration('http:invoke'), { HeartbeatSecondsPath: '$.seconds' }),
      errors: [{ messageId: 'idle', at: '/States/Work/HeartbeatSecondsPath', part: 'key' }],
    },
  ],
});
