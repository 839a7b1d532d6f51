import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const callback = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
const activity = 'arn:aws:states:us-east-1:123456789012:activity:review';
const job = (name: string) => `arn:aws:states:::${name}.sync`;
const ask = (Resource: string, more: object = {}, machine: object = {}) => ({
  ...machine,
  StartAt: 'Ask',
  States: { Ask: { Type: 'Task', Resource, ...more, End: true } },
});
const TimeoutSeconds = 86400;
const both = (other: object) => ({
  StartAt: 'Both',
  States: { Both: { Type: 'Parallel', Branches: [ask(callback), other], End: true } },
});
/** The Task in Terraform's language, with that behind its Resource. */
const terraform = (rest: string): string => `resource "aws_sfn_state_machine" "ask" {
  definition = jsonencode({
    StartAt = "Ask"
    States = { Done = { Type = "Succeed" }, Ask = {
      Type = "Task", Resource = "${callback}"${rest}} }
  })
}
`;
const found = (Resource: string, message: string | RegExp, more: object = {}) => ({
  definition: ask(Resource, more),
  errors: [
    {
      message,
      at: '/States/Ask/Resource',
      suggestions: [{ desc: 'Add "TimeoutSeconds": 86400', output: ask(Resource, { ...more, TimeoutSeconds }) }],
    },
  ],
});

new AslRuleTester().run('require-timeout', rule, {
  valid: [
    { definition: ask(callback, { TimeoutSeconds: 60 }) },
    { definition: ask(callback, { HeartbeatSeconds: 60 }) },
    { definition: ask(activity, { TimeoutSecondsPath: '$.timeout' }) },
    { definition: ask(job('glue:startJobRun'), { TimeoutSeconds: '${Timeout}' }) },
    { definition: ask(callback, { TimeoutSeconds: '{% $t %}' }, { QueryLanguage: 'JSONata' }) },
    { name: 'the machine has one', definition: ask(callback, {}, { TimeoutSeconds: 3600 }) },
    {
      name: 'around a Map',
      definition: {
        StartAt: 'Each',
        TimeoutSeconds: 9,
        States: { Each: { Type: 'Map', ItemProcessor: ask(callback), End: true } },
      },
    },
    { name: 'an answer comes soon', definition: ask('arn:aws:states:::sqs:sendMessage') },
    { name: 'a function ends in 15 minutes', definition: ask('arn:aws:states:::lambda:invoke') },
    { name: 'not known what is called', definition: ask('${Work}') },
    { name: 'Express refuses it', definition: ask(callback), type: 'EXPRESS' },
    {
      name: 'the job has a limit of its own',
      definition: ask(job('batch:submitJob'), { Parameters: { Timeout: { AttemptDurationSeconds: 60 } } }),
    },
    { definition: ask(job('glue:startJobRun'), { Parameters: { 'Timeout.$': '$.minutes' } }) },
    { name: 'Athena ends its queries', definition: ask(job('athena:startQueryExecution')) },
    {
      name: 'a branch that sounds the alarm',
      definition: both({
        StartAt: 'Wait',
        States: { Wait: { Type: 'Wait', Seconds: 9, Next: 'Late' }, Late: { Type: 'Fail' } },
      }),
    },
    {
      name: 'a timeout beyond a year, and a heartbeat',
      definition: ask(callback, { TimeoutSeconds: 99_999_999, HeartbeatSeconds: 600 }),
    },
    {
      name: 'a timeout beyond a year, and one of the state machine',
      definition: ask(callback, { TimeoutSeconds: 99_999_999 }, { TimeoutSeconds: 600 }),
    },
    { name: 'almost a year', definition: ask(callback, { TimeoutSeconds: 31_535_999 }) },
    { name: 'jobs are let be', definition: ask(job('ecs:runTask')), options: [{ jobs: false }] },
  ],
  invalid: [
    {
      name: 'a timeout that no execution lives to see',
      definition: ask(callback, { TimeoutSeconds: 99_999_999 }),
      errors: [
        {
          message:
            '"Ask" waits until the task token comes back, for up to a year, because "TimeoutSeconds" is 99999999, and no execution lasts longer than 31536000; lower it',
          at: '/States/Ask/TimeoutSeconds',
        },
      ],
    },
    found(
      callback,
      '"Ask" waits until the task token comes back, for up to a year, because neither it nor the state machine has a timeout; add "TimeoutSeconds" or "HeartbeatSeconds"',
    ),
    found(activity, /^"Ask" waits until a worker answers, /),
    found('arn:aws:states:::aws-sdk:sns:publish.waitForTaskToken', /the task token comes back/),
    found(
      job('ecs:runTask'),
      '"Ask" waits until the job has ended, for up to a year, because neither it nor the state machine has a timeout; add "TimeoutSeconds"',
      { Parameters: {} },
    ),
    found('arn:aws:states:::states:startExecution.sync:2', /until the execution that it starts has ended/),
    {
      name: 'before Retry',
      definition: ask(callback, { Retry: [] }),
      errors: [
        {
          messageId: 'missing',
          at: '/States/Ask/Resource',
          suggestions: [{ messageId: 'add', output: ask(callback, { TimeoutSeconds, Retry: [] }) }],
        },
      ],
    },
    {
      name: 'a branch that only waits is no alarm',
      definition: both({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 9, End: true } } }),
      errors: [
        {
          messageId: 'missing',
          at: '/States/Both/Branches[0]/States/Ask/Resource',
          suggestions: [
            {
              messageId: 'add',
              output: {
                StartAt: 'Both',
                States: {
                  Both: {
                    Type: 'Parallel',
                    Branches: [
                      ask(callback, { TimeoutSeconds }),
                      { StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 9, End: true } } },
                    ],
                    End: true,
                  },
                },
              },
            },
          ],
        },
      ],
    },
    {
      name: 'in Terraform’s language, over several lines',
      filename: 'main.tf',
      code: terraform('\n      Next = "Done"\n    '),
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 33,
          endLine: 5,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'add',
              output: terraform('\n      TimeoutSeconds = 86400\n      Next = "Done"\n    '),
            },
          ],
        },
      ],
    },
    {
      name: 'in Terraform’s language, in one line',
      filename: 'main.tf',
      code: terraform(', Next = "Done" '),
      errors: [
        {
          messageId: 'missing',
          line: 5,
          column: 33,
          endLine: 5,
          endColumn: 84,
          suggestions: [{ messageId: 'add', output: terraform(', TimeoutSeconds = 86400, Next = "Done" ') }],
        },
      ],
    },
    {
      name: 'in what a function of Terraform makes, where a name is followed by a colon, nothing is suggested',
      filename: 'main.tf',
      code: `locals {
  definition = jsonencode({ StartAt = "Ask", States = { Ask = merge({
    "Type": "Task"
    "Resource": "${callback}"
    "End": true
  }) } })
}
`,
      errors: [{ messageId: 'missing', line: 4, column: 17, endLine: 4, endColumn: 68 }],
    },
  ],
});
