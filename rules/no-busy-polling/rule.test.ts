import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const done = { Type: 'Succeed' };
const sdk = (action: string) => `arn:aws:states:::aws-sdk:${action}`;
const ask = (Resource: string, Parameters: object = { JobName: 'a' }, more: object = {}) => ({
  Type: 'Task',
  Resource,
  Parameters,
  ...more,
  Next: 'Ready?',
});
const polling = (task: object, name = 'Get job', more: object = {}) => ({
  StartAt: name,
  States: {
    [name]: task,
    'Ready?': { Type: 'Choice', Choices: [{ Variable: '$.s', StringEquals: 'DONE', Next: 'Done' }], Default: name },
    Done: done,
    ...more,
  },
});
const byStatus = (name: string, Variable = '$.ticket.status') =>
  polling(ask(`${lambda}ticket`), name, {
    'Ready?': { Type: 'Choice', Choices: [{ Variable, StringEquals: 'ISSUED', Next: 'Done' }], Default: name },
  });
const get = sdk('transcribe:getTranscriptionJob');
const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:';

new AslRuleTester().run('no-busy-polling', rule, {
  valid: [
    {
      name: 'with a Wait',
      definition: polling(ask(get), 'Get job', {
        'Ready?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.s', StringEquals: 'DONE', Next: 'Done' }],
          Default: 'Wait',
        },
        Wait: { Type: 'Wait', Seconds: 9, Next: 'Get job' },
      }),
    },
    {
      name: 'page by page',
      definition: polling(ask(sdk('s3:listObjectsV2'), { Bucket: 'b', 'ContinuationToken.$': '$.next' })),
    },
    { name: 'parameters from the input', definition: polling(ask(get, undefined, { Parameters: undefined })) },
    { name: 'each round does something', definition: polling(ask(sdk('sqs:deleteMessage'))) },
    { name: 'a function that works bit by bit', definition: polling(ask(`${lambda}import-rows`), 'Import') },
    { name: 'a function that does something, which has a status, too', definition: byStatus('Issue ticket') },
    { name: 'a function that checks one after the other', definition: byStatus('Check ticket', '$.hasMore') },
    ...['$$.State.Name', '$.state.more', '$.estate'].map((variable) => ({
      name: 'what says nothing of a state',
      definition: byStatus('Check ticket', variable),
    })),
    { name: 'a function that inspects one after the other', definition: byStatus('Inspect ticket', '$.hasMore') },
    { name: 'the call waits', definition: polling(ask('arn:aws:states:::glue:startJobRun.sync'), 'Get status') },
    {
      name: 'the question changes',
      definition: polling(
        ask(get, undefined, {
          QueryLanguage: 'JSONata',
          Parameters: undefined,
          Arguments: { JobName: '{% $jobs[$i] %}' },
          Assign: { i: '{% $i + 1 %}' },
        }),
      ),
    },
    {
      name: 'a Pass that may change the question',
      definition: polling({ ...ask(get, { 'JobName.$': '$.job' }), ResultPath: '$.got', Next: 'Look' }, 'Get job', {
        Look: { Type: 'Pass', InputPath: '$.got.next', ResultPath: '$.job', Next: 'Ready?' },
      }),
    },
    {
      name: 'a Pass that may change all of the data',
      definition: polling({ ...ask(get, { 'JobName.$': '$.job' }), Next: 'Look' }, 'Get job', {
        Look: { Type: 'Pass', InputPath: '$.next', Next: 'Ready?' },
      }),
    },
    {
      name: 'a Pass that may change what a function is given',
      definition: polling({ ...ask(`${lambda}status`), Parameters: undefined, Next: 'Look' }, 'Get status', {
        Look: { Type: 'Pass', Result: 1, ResultPath: '$.more', Next: 'Ready?' },
      }),
    },
    {
      name: 'the counter is what is asked for',
      definition: polling({ ...ask(get, { 'JobName.$': '$.n' }), Next: 'Count' }, 'Get job', {
        Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'Ready?' },
      }),
    },
    { name: 'not known what is called', definition: polling(ask('${Get}'), 'Get status') },
    {
      name: 'it does not go round',
      definition: { StartAt: 'Get job', States: { 'Get job': { ...ask(get), Next: 'Done' }, Done: done } },
    },
  ],
  invalid: [
    {
      name: 'a question to a service',
      definition: polling(ask(get)),
      errors: [
        {
          message:
            '"Get job" and "Ready?" ask again and again without a pause, which uses up the 25,000 events of an execution and runs into throttling; add a Wait to the loop',
          at: '/States/Get job',
          part: 'key',
        },
      ],
    },
    ...['Check ticket', 'Inspect ticket', 'Invoke IsTicketIssued'].map((name) => ({
      name: 'a function that checks something, in a loop by its status',
      definition: byStatus(name),
      errors: [{ messageId: 'busy' as const, at: `/States/${name}`, part: 'key' as const }],
    })),
    ...['$.state', '$.ticket.State', '$.ticketState', '$.ticket.print_state', '$state'].map((variable) => ({
      name: 'a function that looks at something, in a loop by its state',
      definition: byStatus('Look at ticket', variable),
      errors: [{ messageId: 'busy' as const, at: '/States/Look at ticket', part: 'key' as const }],
    })),
    ...[{}, { Result: 'asked', ResultPath: '$.log' }].map((more) => ({
      name: 'a Pass that leaves the question as it is',
      definition: polling({ ...ask(get, { 'JobName.$': '$.job' }), ResultPath: '$.got', Next: 'Look' }, 'Get job', {
        Look: { Type: 'Pass', ...more, Next: 'Ready?' },
      }),
      errors: [{ messageId: 'busy' as const, at: '/States/Get job', part: 'key' as const }],
    })),
    {
      name: 'a question with nothing in it that could change, and data that is replaced',
      definition: polling({ ...ask(get, { 'JobName.$': '$$.Execution.Name' }), Next: 'Look' }, 'Get job', {
        Look: { Type: 'Pass', InputPath: '$.next', Next: 'Ready?' },
      }),
      errors: [{ messageId: 'busy', at: '/States/Get job', part: 'key' }],
    },
    ...['job-status', '${JobStatusFunctionArn}'].map((FunctionName) => ({
      name: 'a question to a function, by the name that it is invoked by',
      definition: polling(ask('arn:aws:states:::lambda:invoke', { FunctionName, 'Payload.$': '$' }), 'Ask'),
      errors: [{ messageId: 'busy' as const, at: '/States/Ask', part: 'key' as const }],
    })),
    {
      name: 'a question as often as is counted, by a sum that is moved back',
      definition: polling({ ...ask(get), ResultPath: '$.job', Next: 'Count' }, 'Get job', {
        Count: {
          Type: 'Pass',
          Parameters: { 'sum.$': 'States.MathAdd($.count, 1)' },
          ResultPath: '$.made',
          Next: 'Back',
        },
        Back: { Type: 'Pass', InputPath: '$.made.sum', ResultPath: '$.count', Next: 'Ready?' },
      }),
      errors: [{ messageId: 'counted', at: '/States/Get job', part: 'key' }],
    },
    {
      name: 'a question as often as is counted',
      definition: polling({ ...ask(get), ResultPath: '$.job', Next: 'Count' }, 'Get job', {
        Count: {
          Type: 'Pass',
          Parameters: { 'n.$': 'States.MathAdd($.loop.n, 1)' },
          ResultPath: '$.loop',
          Next: 'Ready?',
        },
      }),
      errors: [
        {
          message:
            /^"Get job", "Ready\?" and "Count" ask again and again without a pause, so that the rounds they count/,
          at: '/States/Get job',
          part: 'key',
        },
      ],
    },
    {
      name: 'a question as often as a variable counts',
      definition: {
        QueryLanguage: 'JSONata',
        ...polling({
          ...ask(get),
          Parameters: undefined,
          Arguments: { JobName: '{% $job %}' },
          Assign: { n: '{% $n + 1 %}', status: '{% $states.result.TranscriptionJob.TranscriptionJobStatus %}' },
        }),
      },
      errors: [{ messageId: 'counted', at: '/States/Get job', part: 'key' }],
    },
    {
      name: 'a Wait that does not wait',
      definition: polling(ask(get), 'Get job', {
        'Ready?': {
          Type: 'Choice',
          Choices: [{ Variable: '$.s', StringEquals: 'DONE', Next: 'Done' }],
          Default: 'Wait',
        },
        Wait: { Type: 'Wait', Seconds: 0, Next: 'Get job' },
      }),
      errors: [{ messageId: 'busy', at: '/States/Get job', part: 'key' }],
    },
    {
      name: 'a question to a function, by the name of its state',
      definition: polling(ask('arn:aws:states:::lambda:invoke'), 'Check status'),
      errors: [{ messageId: 'busy', at: '/States/Check status', part: 'key' }],
    },
    {
      name: 'a question to a function, by its name',
      definition: polling(ask(`${lambda}job-status`), 'Ask'),
      errors: [{ messageId: 'busy', at: '/States/Ask', part: 'key' }],
    },
    {
      name: 'a Wait elsewhere does not help',
      definition: polling(ask(get), 'Get job', {
        'Ready?': {
          Type: 'Choice',
          Choices: [
            { Variable: '$.s', StringEquals: 'DONE', Next: 'Done' },
            { Variable: '$.s', StringEquals: 'QUEUED', Next: 'Wait' },
          ],
          Default: 'Get job',
        },
        Wait: { Type: 'Wait', Seconds: 9, Next: 'Get job' },
      }),
      errors: [{ messageId: 'busy', at: '/States/Get job', part: 'key' }],
    },
  ],
});
