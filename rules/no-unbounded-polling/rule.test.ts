import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const get = 'arn:aws:states:::aws-sdk:transcribe:getTranscriptionJob';
const finished = { Variable: '$.s', StringEquals: 'DONE', Next: 'Done' };
const ask = (more: object = {}) => ({
  Type: 'Task',
  Resource: get,
  Parameters: { TranscriptionJobName: 'a' },
  ...more,
  Next: 'Ready?',
});
const polling = (more: object = {}, machine: object = {}) => ({
  ...machine,
  StartAt: 'Wait',
  States: {
    Wait: { Type: 'Wait', Seconds: 30, Next: 'Ask' },
    Ask: ask(),
    'Ready?': { Type: 'Choice', Choices: [finished], Default: 'Wait' },
    Done: { Type: 'Succeed' },
    ...more,
  },
});
/** The same machine with other names, as the branch beside it. */
const renamed = (branch: object) =>
  JSON.parse(JSON.stringify(branch).replace(/"(Wait|Ask|Ready\?|Done|Failed)"(?!,"Seconds)/g, '"$12"')) as object;
/** A loop whose answer may make it begin anew; `asked` says what is asked. */
const anew = (asked: object) =>
  polling({
    Ask: ask(asked),
    'Ready?': {
      Type: 'Choice',
      Choices: [finished, { Variable: '$.s', StringEquals: 'FAILED', Next: 'Start' }],
      Default: 'Wait',
    },
    Start: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Parameters: { QueueUrl: 'q', MessageBody: 'again' },
      Next: 'Wait',
    },
  });
const choice = (...Choices: object[]) => ({ 'Ready?': { Type: 'Choice', Choices, Default: 'Wait' } });
const lambda = { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' };
/** What is called again when a rule finds that it failed. */
const byHand = (rule: object, more: object = {}, states: object = {}) => ({
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge', Payload: { 'id.$': '$.id', 'run.$': '$$.Execution.Id' } },
      ResultPath: '$.charge',
      ...more,
      Next: 'Charged?',
    },
    'Charged?': { Type: 'Choice', Choices: [{ ...rule, Next: 'Charge' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
    ...states,
  },
});
const hasFailed = { Variable: '$.charge.Payload.status', StringEquals: 'FAILED' };
const byHandInJsonata = (Condition: string, input = '$states.context.Execution.Input.id') => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'charge', Payload: { id: `{% ${input} %}` } },
      Output: '{% $states.result.Payload %}',
      Next: 'Charged?',
    },
    'Charged?': { Type: 'Choice', Choices: [{ Condition: `{% ${Condition} %}`, Next: 'Charge' }], Default: 'Done' },
    Done: { Type: 'Succeed' },
  },
});
/** What fails is tried again by way of other Tasks. */
const again = (more: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'Load',
  States: {
    Load: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Note' }],
      End: true,
    },
    Note: { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:updateItem', Parameters: {}, Next: 'Tell', ...more },
    Tell: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', Next: 'Pause' },
    Pause: { Type: 'Wait', Seconds: 60, Next: 'Load' },
  },
});
const retried = (retrier: object, machine: object = {}) => ({
  ...machine,
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage',
      Retry: [{ ErrorEquals: ['NotReady'], ...retrier }],
      End: true,
    },
  },
});
const approval = (machine: object = {}) => ({
  ...machine,
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      TimeoutSeconds: 3600,
      Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: null, Next: 'Ask' }],
      End: true,
    },
  },
});
const steady = { IntervalSeconds: 30, BackoffRate: 1 };
const at = { at: '/States/Wait', part: 'key' } as const;

new AslRuleTester().run('no-unbounded-polling', rule, {
  valid: [
    {
      name: 'what is called again goes on',
      definition: byHand({ Variable: '$.charge.Payload.more', BooleanEquals: true }),
    },
    {
      name: 'its own answer is part of the next call',
      definition: byHand(hasFailed, { Parameters: { FunctionName: 'charge', 'Payload.$': '$' } }),
    },
    { name: 'its answer takes the place of the input', definition: byHand(hasFailed, { ResultPath: '$' }) },
    {
      name: 'the answer may end the row',
      definition: byHand({ And: [hasFailed, { Variable: '$.charge.Payload.retry', BooleanEquals: true }] }),
    },
    {
      name: 'a callback, which takes its time',
      definition: byHand(hasFailed, { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }),
    },
    {
      name: 'what is called with is counted',
      definition: byHand(hasFailed, {
        Parameters: { FunctionName: 'charge', Payload: { 'n.$': 'States.MathAdd($.charge.n, 1)' } },
      }),
    },
    {
      name: 'a Pass changes the call',
      definition: {
        ...byHand(
          hasFailed,
          {},
          {
            Other: { Type: 'Pass', Result: 'b', ResultPath: '$.id', Next: 'Charge' },
            'Charged?': { Type: 'Choice', Choices: [{ ...hasFailed, Next: 'Other' }], Default: 'Done' },
          },
        ),
      },
    },
    {
      name: 'in JSONata, with the answer',
      definition: byHandInJsonata('$states.input.success = false', '$states.input.id'),
    },
    { name: 'in JSONata, by another answer', definition: byHandInJsonata('$states.input.status != "DONE"') },
    {
      name: 'in an Express workflow, which ends soon',
      definition: byHand(hasFailed),
      type: 'EXPRESS',
    },
    { name: 'inside another loop, a function that may do the work', definition: anew(lambda) },
    { name: 'attempts that fit into an execution', definition: retried({ ...steady, MaxAttempts: 8000 }) },
    {
      name: 'as many as one likes, until the machine ends it',
      definition: retried({ ...steady, MaxAttempts: 99_999_999 }, { TimeoutSeconds: 86_400 }),
    },
    { name: 'ended after five minutes', definition: retried({ MaxAttempts: 99_999_999 }), type: 'EXPRESS' },
    { name: 'growing waits of less than a week', definition: retried({ MaxAttempts: 20 }) },
    { name: 'waits of hours that grow to more', definition: retried({ IntervalSeconds: 3600, MaxAttempts: 10 }) },
    { name: 'waits that grow up to an hour', definition: retried({ MaxAttempts: 25, MaxDelaySeconds: 3600 }) },
    {
      name: 'growing waits that the state machine ends',
      definition: retried({ IntervalSeconds: 10, MaxAttempts: 20 }, { TimeoutSeconds: 86_400 }),
    },
    {
      name: 'growing waits that are capped',
      definition: retried({ MaxAttempts: 60, MaxDelaySeconds: 600 }),
    },
    {
      name: 'a loop that no answer leads out of, as no-endless-loop says',
      definition: polling(choice({ ...finished, Next: 'Wait' })),
    },
    { name: 'waits that jitter may make short', definition: retried({ MaxAttempts: 20, JitterStrategy: 'FULL' }) },
    { name: 'attempts that are filled in', definition: retried({ MaxAttempts: '${Most}' }) },
    {
      name: 'tried again until the machine ends it',
      definition: {
        TimeoutSeconds: 900,
        StartAt: 'Load',
        States: {
          Load: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Again' }],
            End: true,
          },
          Again: { Type: 'Wait', Seconds: 9, Next: 'Load' },
        },
      },
    },
    { name: 'tried again by way of a Task until the machine ends it', definition: again({}, { TimeoutSeconds: 900 }) },
    {
      name: 'a function on the way that may count',
      definition: again({ Resource: 'arn:aws:states:::lambda:invoke' }),
    },
    {
      name: 'a condition on the way that may fail at a limit',
      definition: again({ Parameters: { ConditionExpression: 'tries < :most' } }),
    },
    {
      name: 'somebody on the way who may say no',
      definition: again({ Resource: 'arn:aws:states:::sns:publish.waitForTaskToken', TimeoutSeconds: 9 }),
    },
    { name: 'asked again until the machine ends it', definition: approval({ TimeoutSeconds: 604_800 }) },
    {
      name: 'tried again after a foreseen error',
      definition: {
        StartAt: 'Load',
        States: {
          Load: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['Busy'], ResultPath: null, Next: 'Again' }],
            End: true,
          },
          Again: { Type: 'Wait', Seconds: 9, Next: 'Load' },
        },
      },
    },
    { name: 'a timeout that may come first', definition: polling({}, { TimeoutSeconds: 86400 }) },
    { name: 'the machine has a timeout', definition: polling({}, { TimeoutSeconds: 3600 }) },
    { name: 'Express ends by itself', definition: polling(), type: 'EXPRESS' },
    {
      name: 'a limit',
      definition: polling(choice(finished, { Variable: '$.tries', NumericGreaterThan: 9, Next: 'Done' })),
    },
    {
      name: 'a function that counts by itself',
      definition: polling({
        Ask: ask(lambda),
        ...choice(finished, { Variable: '$.s', StringEquals: 'LATE', Next: 'Late' }),
        Late: { Type: 'Fail', Error: 'NotFound', Cause: 'The file did not come within the timeout.' },
      }),
    },
    {
      name: 'a limit of time',
      definition: polling(
        choice(finished, {
          Not: { Variable: '$$.State.EnteredTime', TimestampLessThan: '2036-01-01T00:00:00Z' },
          Next: 'Done',
        }),
      ),
    },
    {
      name: 'rounds are counted',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'Count' },
        Count: { Type: 'Pass', Parameters: { 'tries.$': 'States.MathAdd($.tries, 1)' }, Next: 'Ask' },
        Ask: ask({ Parameters: { 'TranscriptionJobName.$': "States.Format('{}-{}', $.job, $.tries)" } }),
      }),
    },
    {
      name: 'a function is told how often it was asked',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'Count' },
        Count: {
          Type: 'Pass',
          Parameters: { 'n.$': 'States.MathAdd($.loop.n, 1)' },
          ResultPath: '$.loop',
          Next: 'Ask',
        },
        Ask: ask({ ...lambda, Parameters: { 'loop.$': '$.loop' } }),
      }),
    },
    {
      name: 'all that there is, the count too',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'Count' },
        Count: {
          Type: 'Pass',
          Parameters: { 'n.$': 'States.MathAdd($.loop.n, 1)' },
          ResultPath: '$.loop',
          Next: 'Ask',
        },
        Ask: ask({ ...lambda, Parameters: undefined }),
      }),
    },
    {
      name: 'rounds are counted in JSONata',
      definition: polling(
        {
          Ask: {
            Type: 'Task',
            Resource: get,
            Arguments: { TranscriptionJobName: 'a' },
            Assign: { tries: '{% $tries + 1 %}' },
            Next: 'Ready?',
          },
          ...choice({ Condition: "{% $states.input.s = 'DONE' or $enough($tries) %}", Next: 'Done' }),
        },
        { QueryLanguage: 'JSONata' },
      ),
    },
    {
      name: 'a limit in JSONata',
      definition: polling(choice({ Condition: '{% $tries > 9 %}', Next: 'Done' }), { QueryLanguage: 'JSONata' }),
    },
    {
      name: 'two functions, one of which may count',
      definition: polling({ Ask: { ...ask(lambda), Next: 'Count' }, Count: ask(lambda) }),
    },
    {
      name: 'what is filled in and may be the work of the loop',
      definition: polling({ Ask: ask({ Resource: '${Step}' }) }),
    },
    { name: 'the loop does work', definition: polling({ Ask: ask({ Resource: 'arn:aws:states:::sqs:sendMessage' }) }) },
    {
      name: 'a function that is filled in and does the work of the loop',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'CreateTaxonomy' },
        CreateTaxonomy: ask({ Resource: '${CreateTaxonomyFunctionArn}' }),
      }),
    },
    { name: 'not known what is called', definition: polling({ Ask: ask({ Resource: '${Ask}' }) }) },
    {
      name: 'beside an alarm',
      definition: {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [
              polling(),
              {
                StartAt: 'Limit',
                States: { Limit: { Type: 'Wait', Seconds: 9, Next: 'Late' }, Late: { Type: 'Fail' } },
              },
            ],
            End: true,
          },
        },
      },
    },
  ],
  invalid: [
    {
      name: 'a call that is repeated by hand while it fails',
      definition: byHand(hasFailed),
      errors: [
        {
          message:
            '"Charge" is called again at once with the same input when "Charged?" finds "FAILED", as often as that is the answer: that uses up the 25,000 events of the execution; let the call fail and use a "Retry" with "MaxAttempts", or count the rounds and leave the loop at a limit',
          at: '/States/Charged?/Choices[0]/Next',
        },
      ],
    },
    {
      name: 'by a switch',
      definition: byHand({ Variable: '$.charge.Payload.success', BooleanEquals: false }),
      errors: [{ messageId: 'again', at: '/States/Charged?/Choices[0]/Next' }],
    },
    {
      name: 'by another switch',
      definition: byHand({ Variable: '$.charge.Payload.hasFailed', BooleanEquals: true }),
      errors: [{ messageId: 'again', at: '/States/Charged?/Choices[0]/Next' }],
    },
    {
      name: 'by a switch in JSONata',
      definition: byHandInJsonata('$states.input.success = false'),
      errors: [{ messageId: 'again', at: '/States/Charged?/Choices[0]/Next' }],
    },
    {
      name: 'by a word in JSONata',
      definition: byHandInJsonata('$states.input.status = "ERROR"'),
      errors: [{ messageId: 'again', at: '/States/Charged?/Choices[0]/Next' }],
    },
    {
      name: 'what is counted is not looked at',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'Count' },
        Count: {
          Type: 'Pass',
          Parameters: { 'n.$': 'States.MathAdd($.loop.n, 1)' },
          ResultPath: '$.loop',
          Next: 'Ask',
        },
      }),
      errors: [
        {
          message:
            '"Wait", "Ask" and others go round until the answer changes, and nothing looks at "$.loop.n", in which they are counted, nor is there a timeout: if it never does, the execution runs for about 19 hours until its history is full with 25,000 events, and fails; add "TimeoutSeconds" to the state machine, or count the rounds and leave the loop at a limit',
          ...at,
        },
      ],
    },
    {
      name: 'nor is a variable of JSONata',
      definition: polling(
        {
          Ask: {
            Type: 'Task',
            Resource: get,
            Arguments: { TranscriptionJobName: 'a' },
            Assign: { n: '{% $n + 1 %}', name: '{% $states.result.name %}' },
            Next: 'Ready?',
          },
          ...choice({ Condition: "{% $name = 'DONE' %}", Next: 'Done' }),
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [{ message: /and nothing looks at "\$n"/, ...at }],
    },
    {
      name: 'a Retry that never ends',
      definition: retried({ ...steady, MaxAttempts: 99_999_999 }),
      errors: [
        {
          message:
            'The Retry of "Ask" has no end of its own: long before its 99999999 attempts are made, the history is full with 25,000 events, and the execution fails; lower "MaxAttempts", or add "TimeoutSeconds" to the state machine',
          at: '/States/Ask/Retry[0]/MaxAttempts',
        },
      ],
    },
    {
      name: 'waits that grow beyond a year',
      definition: retried({ MaxAttempts: 60 }),
      errors: [
        {
          message:
            'The Retry of "Ask" has no end of its own: its 60 attempts take longer than the year that an execution may; lower "MaxAttempts" or "BackoffRate", set "MaxDelaySeconds", or add "TimeoutSeconds" to the state machine',
          at: '/States/Ask/Retry[0]/MaxAttempts',
        },
      ],
    },
    {
      name: 'waits that grow from seconds to months',
      definition: retried({ IntervalSeconds: 10, MaxAttempts: 20 }),
      errors: [
        {
          message:
            'The waits of the Retry of "Ask" grow from 10 to 5242880 seconds, so that its 20 attempts take 121 days, in which nobody learns of the failure; set "MaxDelaySeconds", or lower "MaxAttempts" or "BackoffRate"',
          at: '/States/Ask/Retry[0]/MaxAttempts',
        },
      ],
    },
    {
      name: 'waits that grow beyond a year before the history is full',
      definition: retried({ MaxAttempts: 99_999_999 }),
      errors: [{ messageId: 'time', at: '/States/Ask/Retry[0]/MaxAttempts' }],
    },
    {
      name: 'a Retry with jitter that never ends',
      definition: retried({ MaxAttempts: 99_999_999, BackoffRate: 1, JitterStrategy: 'FULL' }),
      errors: [{ messageId: 'events', at: '/States/Ask/Retry[0]/MaxAttempts' }],
    },
    {
      name: 'waits that grow to months, be they with jitter half as long on average',
      definition: retried({ IntervalSeconds: 10, MaxAttempts: 20, JitterStrategy: 'FULL' }),
      errors: [
        {
          message: /grow from 10 to 2621440 seconds, so that its 20 attempts take 61 days/,
          at: '/States/Ask/Retry[0]/MaxAttempts',
        },
      ],
    },
    {
      name: 'inside a loop that begins anew after a failure',
      definition: anew({}),
      errors: [{ message: /^"Wait", "Ask" and "Ready\?" go round until the answer changes/, ...at }],
    },
    {
      name: 'and with a function that is called so',
      definition: anew({ Resource: `${lambda.Resource.slice(0, -1)}getStatus` }),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'tried again at once, for as long as the machine may run',
      definition: {
        TimeoutSeconds: 86400,
        StartAt: 'Load',
        States: {
          Load: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Load' }],
            End: true,
          },
        },
      },
      errors: [
        {
          message:
            '"Load" is tried again at once while it fails, because its Catch leads back to it without a Wait or a limit: that uses up the 25,000 events of the execution; use a "Retry" with "MaxAttempts"',
          at: '/States/Load/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'a timeout that comes long after the history is full',
      definition: polling({}, { TimeoutSeconds: 31536000 }),
      errors: [
        {
          message:
            '"Wait", "Ask" and "Ready?" go round until the answer changes, without a counter: if it never does, the history is full with 25,000 events after about 23 hours, and the execution fails, long before its "TimeoutSeconds", 31536000; lower it, or count the rounds and leave the loop at a limit',
          ...at,
        },
      ],
    },
    {
      name: 'asked again whenever the time is over',
      definition: approval(),
      errors: [
        {
          message:
            '"Ask" is tried again for ever when its time is over, because its Catch on "States.Timeout" leads back to it without any limit; use a "Retry" with "MaxAttempts", or add "TimeoutSeconds" to the state machine',
          at: '/States/Ask/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'tried again by way of Tasks that count nothing',
      definition: again({}),
      errors: [{ messageId: 'retried', at: '/States/Load/Catch[0]/Next' }],
    },
    {
      name: 'tried again by its own Catch',
      definition: {
        StartAt: 'Load',
        States: {
          Load: {
            Type: 'Task',
            Resource: 'arn:aws:states:::sqs:sendMessage',
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Again' }],
            End: true,
          },
          Again: { Type: 'Wait', Seconds: 9, Next: 'Load' },
        },
      },
      errors: [
        {
          message:
            '"Load" is tried again for ever while it fails, because its Catch leads back to it without any limit; use a "Retry" with "MaxAttempts", or add "TimeoutSeconds" to the state machine',
          at: '/States/Load/Catch[0]/Next',
        },
      ],
    },
    {
      name: 'a question to a service',
      definition: polling(),
      errors: [
        {
          message:
            '"Wait", "Ask" and "Ready?" go round until the answer changes, without a counter or a timeout: if it never does, the execution runs for about 23 hours until its history is full with 25,000 events, and fails; add "TimeoutSeconds" to the state machine, or count the rounds and leave the loop at a limit',
          ...at,
        },
      ],
    },
    {
      name: 'for days',
      definition: polling({ Wait: { Type: 'Wait', Seconds: 3600, Next: 'Ask' } }),
      errors: [{ message: /runs for about 116 days until/, ...at }],
    },
    {
      name: 'for a year',
      definition: polling({ Wait: { Type: 'Wait', Seconds: 86400, Next: 'Ask' } }),
      errors: [{ message: /runs for about 365 days until/, ...at }],
    },
    {
      name: 'for a time that is not known',
      definition: polling({ Wait: { Type: 'Wait', SecondsPath: '$.t', Next: 'Ask' } }),
      errors: [{ message: /the execution runs until/, ...at }],
    },
    { name: 'one function', definition: polling({ Ask: ask(lambda) }), errors: [{ messageId: 'unbounded', ...at }] },
    {
      name: 'what is filled in and called by a status',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'Get order status' },
        'Get order status': ask({ Resource: '${GetOrderStatusArn}' }),
      }),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'what is filled in with a function that only looks',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'MonitorSyncJob' },
        MonitorSyncJob: ask({ Resource: '${MonitorSyncFunctionArn}' }),
      }),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'beside another that is left by a failure',
      definition: {
        StartAt: 'Both',
        States: {
          Both: {
            Type: 'Parallel',
            Branches: [
              polling(),
              renamed(
                polling({
                  'Ready?': {
                    Type: 'Choice',
                    Choices: [finished, { Variable: '$.s', StringEquals: 'FAILED', Next: 'Failed' }],
                    Default: 'Wait',
                  },
                  Failed: { Type: 'Fail' },
                }),
              ),
            ],
            End: true,
          },
        },
      },
      errors: [
        { messageId: 'unbounded', at: '/States/Both/Branches[0]/States/Wait', part: 'key' },
        { messageId: 'unbounded', at: '/States/Both/Branches[1]/States/Wait2', part: 'key' },
      ],
    },
    {
      name: 'a function that counts nothing',
      definition: polling({
        Ask: ask(lambda),
        ...choice(finished, { Variable: '$.s', StringEquals: 'FAILED', Next: 'Failed' }),
        Failed: { Type: 'Fail', Error: 'Failed', Cause: 'The job has failed.' },
      }),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'a job that has timed out',
      definition: polling({
        ...choice(finished, { Variable: '$.s', StringEquals: 'TIMEOUT', Next: 'Failed' }),
        Failed: { Type: 'Fail', Error: 'TimedOut' },
      }),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'by a boolean',
      definition: polling(choice({ Variable: '$.done', BooleanEquals: true, Next: 'Done' })),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'in JSONata',
      definition: polling(
        {
          Ask: { Type: 'Task', Resource: get, Arguments: { TranscriptionJobName: 'a' }, Next: 'Ready?' },
          ...choice({ Condition: "{% $states.input.s = 'DONE' %}", Next: 'Done' }),
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'what is asked is one expression',
      definition: polling(
        {
          Ask: {
            Type: 'Task',
            Resource: get,
            Arguments: "{% $merge([{'TranscriptionJobName': $states.context.Execution.Name}]) %}",
            Next: 'Ready?',
          },
          ...choice({ Condition: "{% $states.input.s = 'DONE' %}", Next: 'Done' }),
        },
        { QueryLanguage: 'JSONata' },
      ),
      errors: [{ messageId: 'unbounded', ...at }],
    },
    {
      name: 'a Pass that does not count',
      definition: polling({
        Wait: { Type: 'Wait', Seconds: 30, Next: 'Tidy' },
        Tidy: { Type: 'Pass', Parameters: { 'a.$': '$.a' }, Next: 'Ask' },
      }),
      errors: [{ messageId: 'unbounded', ...at }],
    },
  ],
});
