import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

type Part = Record<string, unknown>;

const is = (word: string, next: string, at = '$.job.JobRun.JobRunState') => ({
  Variable: at,
  StringEquals: word,
  Next: next,
});
const jobFailures = ['FAILED', 'TIMEOUT', 'STOPPED', 'ERROR', 'EXPIRED'];
const ask = (service: string, parameters: Part, more: Part = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::aws-sdk:${service}`,
  Parameters: parameters,
  ResultPath: '$.job',
  Next: 'Which?',
  ...more,
});
const getJob = (more: Part = {}) => ask('glue:getJobRun', { JobName: 'etl', 'RunId.$': '$.run' }, more);
const getStack = ask('cloudformation:describeStacks', { StackName: 'shop' });
const instanceState = '$.job.Reservations[0].Instances[0].State.Name';
const getInstance = ask('ec2:describeInstances', { InstanceIds: ['i-1'] });
const which = (Choices: readonly unknown[], Default = 'Pause') => ({ Type: 'Choice', Choices, Default });
const polling = (choice: Part, more: Part = {}, top: Part = {}) => ({
  StartAt: 'Get',
  ...top,
  States: {
    Get: getJob(),
    'Which?': choice,
    Pause: { Type: 'Wait', Seconds: 30, Next: 'Get' },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail' },
    ...more,
  },
});
const succeeded = is('SUCCEEDED', 'Done');
const failed = is('FAILED', 'Failed');
const allFailures = jobFailures.map((word) => is(word, 'Failed'));
const jsonata = (conditions: readonly [string, string][]) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Get',
  States: {
    Get: {
      Type: 'Task',
      Resource: 'arn:aws:states:::athena:getQueryExecution',
      Arguments: { QueryExecutionId: '{% $id %}' },
      Assign: { state: '{% $states.result.QueryExecution.Status.State %}' },
      Next: 'Which?',
    },
    'Which?': which(conditions.map(([Condition, Next]) => ({ Condition, Next }))),
    Pause: { Type: 'Wait', Seconds: 30, Next: 'Get' },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail' },
  },
});
const stack = (word: string, next: string) => is(word, next, '$.job.Stacks[0].StackStatus');
const round = 'and "Get", "Which?" and "Pause" ask again and again';
const jobState = '"$.job.JobRun.JobRunState", the result of glue:getJobRun in "Get",';

new AslRuleTester().run('no-polling-after-failure', rule, {
  valid: [
    {
      name: 'an instance that is to be terminated, or whose end leads out of the loop',
      definition: polling(which([is('terminated', 'Done', instanceState)]), { Get: getInstance }),
    },
    {
      name: 'an instance that is asked for no longer than a time',
      definition: polling(which([is('running', 'Done', instanceState)]), { Get: getInstance }, { TimeoutSeconds: 900 }),
    },
    { name: 'each failure leaves the loop', definition: polling(which([succeeded, ...allFailures])) },
    {
      name: 'only what the job is doing leads back',
      definition: polling(which([is('RUNNING', 'Pause'), is('STARTING', 'Pause'), succeeded], 'Failed')),
    },
    {
      name: 'a second Choice takes the failures',
      definition: polling(which([succeeded], 'Bad?'), { 'Bad?': which(allFailures) }),
    },
    {
      name: 'a pattern takes some, a rule the others',
      definition: polling(
        which([
          succeeded,
          { Variable: '$.job.JobRun.JobRunState', StringMatches: 'E*', Next: 'Failed' },
          { Or: ['FAILED', 'TIMEOUT', 'STOPPED'].map((word) => is(word, 'Failed')), Next: 'Failed' },
        ]),
      ),
    },
    {
      name: 'a failed job is started anew',
      definition: polling(which([succeeded], 'Start'), {
        Start: {
          Type: 'Task',
          Resource: 'arn:aws:states:::glue:startJobRun',
          Parameters: { JobName: 'etl' },
          Next: 'Pause',
        },
        Pause: { Type: 'Wait', Seconds: 30, Next: 'Get' },
      }),
    },
    {
      name: 'another test may leave the loop',
      definition: polling(
        which([succeeded, { Variable: '$.job.JobRun.Attempt', NumericGreaterThan: 3, Next: 'Failed' }]),
      ),
    },
    {
      name: 'a limit ends the loop, and FAILED is taken',
      definition: polling(which([succeeded, failed]), {}, { TimeoutSeconds: 3600 }),
    },
    {
      name: 'what became of other things than the one begun',
      definition: polling(
        which([
          stack('CREATE_COMPLETE', 'Done'),
          stack('CREATE_FAILED', 'Failed'),
          stack('ROLLBACK_COMPLETE', 'Failed'),
          stack('ROLLBACK_FAILED', 'Failed'),
        ]),
        { Get: getStack },
      ),
    },
    {
      name: 'a service without words of failure',
      definition: polling(which([is('READY', 'Done', '$.job.Crawler.State')]), {
        Get: ask('glue:getCrawler', { Name: 'orders' }),
      }),
    },
    {
      name: 'a status that nobody knows: a function',
      definition: polling(which([is('SUCCEEDED', 'Done', '$.job.status')]), {
        Get: { ...getJob(), Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'get' } },
      }),
    },
    {
      name: 'a way that brings something else',
      definition: polling(
        which([succeeded]),
        { Other: { Type: 'Pass', Parameters: { 'job.$': '$.old' }, Next: 'Which?' }, First: which([failed], 'Other') },
        { StartAt: 'First' },
      ),
    },
    {
      name: 'no Default: the execution fails',
      definition: polling({ Type: 'Choice', Choices: [succeeded, is('RUNNING', 'Pause')] }),
    },
    {
      name: 'JSONata that names each',
      definition: jsonata([
        ["{% $state = 'SUCCEEDED' %}", 'Done'],
        ["{% $state in ['FAILED', 'CANCELLED'] %}", 'Failed'],
      ]),
    },
    { name: 'loops with a placeholder as a way', definition: polling(which([succeeded, is('FAILED', '${Next}')])) },
  ],
  invalid: [
    {
      name: 'an instance that is gone, while others are begun again',
      definition: polling(which([is('stopped', 'Done', instanceState)]), { Get: getInstance }),
      errors: [
        {
          message:
            '"Which?" goes on to "Pause" when "$.job.Reservations[0].Instances[0].State.Name", the result of ec2:describeInstances in "Get", is "terminated", which changes no more, and "Get", "Which?" and "Pause" ask again and again; add a rule for it that leads out of the loop',
          at: '/States/Which?/Default',
        },
      ],
    },
    {
      name: 'some failures go round',
      definition: polling(which([succeeded, failed])),
      errors: [
        {
          message: `"Which?" goes on to "Pause" when ${jobState} is "STOPPED", "TIMEOUT" and others, which change no more, ${round}; add a rule for these that leads out of the loop`,
          at: '/States/Which?/Default',
        },
      ],
    },
    {
      name: 'no failure leaves, though a limit ends the loop',
      definition: polling(
        which([is('COMPLETED', 'Done', '$.job.TranscriptionJob.TranscriptionJobStatus')]),
        {
          Get: ask('transcribe:getTranscriptionJob', { 'TranscriptionJobName.$': '$.name' }),
        },
        { TimeoutSeconds: 3600 },
      ),
      errors: [
        {
          message: `"Which?" goes on to "Pause" when "$.job.TranscriptionJob.TranscriptionJobStatus", the result of transcribe:getTranscriptionJob in "Get", is "FAILED", which changes no more, ${round}; add a rule for it that leads out of the loop`,
          at: '/States/Which?/Default',
        },
      ],
    },
    {
      name: 'a rule that asks for anything else',
      definition: polling(
        which([{ Not: { Variable: '$.job.JobRun.JobRunState', StringEquals: 'SUCCEEDED' }, Next: 'Pause' }], 'Done'),
      ),
      errors: [{ messageId: 'unanswered', at: '/States/Which?/Choices[0]/Next' }],
    },
    {
      name: 'no end of the stack leaves but one',
      definition: polling(which([stack('CREATE_COMPLETE', 'Done')]), { Get: getStack }),
      errors: [{ messageId: 'unanswered', at: '/States/Which?/Default' }],
    },
    {
      name: 'a variable, in JSONata',
      definition: jsonata([
        ["{% $state = 'SUCCEEDED' %}", 'Done'],
        ["{% $state = 'FAILED' %}", 'Failed'],
      ]),
      errors: [
        {
          message: `"Which?" goes on to "Pause" when "$state", the Assign of "Get", is "CANCELLED", which changes no more, ${round}; add a rule for it that leads out of the loop`,
          at: '/States/Which?/Default',
        },
      ],
    },
  ],
});
