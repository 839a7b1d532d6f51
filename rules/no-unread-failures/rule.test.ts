import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (States: object) => ({ StartAt: Object.keys(States)[0], States });
const call = (action: string, more: object = {}) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${action}`,
  Parameters: { 'x.$': '$.x' },
  ...more,
});
const done = { Type: 'Succeed' };
const fails = { Type: 'Fail' };
const asks = (Variable: string) => ({
  Type: 'Choice',
  Choices: [{ Variable, IsPresent: true, Next: 'Failed' }],
  Default: 'Done',
});
const tell = (given: string) => ({
  ...call('sns:publish'),
  Parameters: { TopicArn: 't', 'Message.$': given },
  Next: 'Done',
});
const run = (more: object, after: object, action = 'ecs:runTask') =>
  machine({ Run: call(action, { Next: Object.keys(after)[0], ...more }), ...after, Done: done });
const jsonata = (more: object, told?: object) => ({
  QueryLanguage: 'JSONata',
  ...run(
    { Parameters: undefined, Arguments: { Cluster: 'c' }, ...more },
    told ? { Tell: call('sns:publish', { Parameters: undefined, Arguments: told, Next: 'Done' }) } : { Done: done },
  ),
});

/** Starts a crawler and asks until it is no longer at work. */
const crawl = (more: object = {}, after: object = { Done: done }, start = 'aws-sdk:glue:startCrawler') =>
  machine({
    Start: call(start, { ResultPath: null, Next: 'Pause' }),
    Pause: { Type: 'Wait', Seconds: 60, Next: 'Get crawler' },
    'Get crawler': call('aws-sdk:glue:getCrawler', { ResultPath: '$.crawl', Next: 'Ready?', ...more }),
    'Ready?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.crawl.Crawler.State', StringEquals: 'READY', Next: Object.keys(after)[0] }],
      Default: 'Pause',
    },
    ...after,
    Done: done,
  });

new AslRuleTester().run('no-unread-failures', rule, {
  valid: [
    { definition: run({}, { 'Any?': asks('$.Failures[0]'), Failed: fails }) },
    { name: 'a job fails by itself', definition: run({}, { Done: done }, 'ecs:runTask.sync') },
    { name: 'so does this integration', definition: run({}, { Done: done }, 'events:putEvents') },
    { name: 'a token is waited for', definition: run({}, { Done: done }, 'ecs:runTask.waitForTaskToken') },
    { name: 'one item is written or not', definition: run({}, { Done: done }, 'aws-sdk:dynamodb:putItem') },
    {
      name: 'a selected member that is read under another name',
      definition: run({ ResultSelector: { 'bad.$': '$.Failures' } }, { 'Any?': asks('$.bad[0]'), Failed: fails }),
    },
    {
      name: 'all of the data is handed on later, beside another result',
      definition: run(
        {},
        { Next: call('glue:startJobRun.sync', { ResultPath: '$.job', Next: 'Tell' }), Tell: tell('$') },
      ),
    },
    { name: 'a later call gets all of the data', definition: run({}, { Tell: tell('$') }) },
    {
      name: 'a later call gets the answer as a whole',
      definition: run({ ResultPath: '$.run' }, { Tell: tell('States.JsonToString($.run)') }),
    },
    {
      name: 'the answer of a Map goes on',
      definition: machine({
        Each: { Type: 'Map', ItemProcessor: machine({ Run: call('ecs:runTask', { End: true }) }), Next: 'Tell' },
        Tell: tell('$'),
        Done: done,
      }),
    },
    {
      name: 'each record tells of its own failure',
      definition: run({}, { 'Any?': asks('$.Records[0].ErrorCode'), Failed: fails }, 'aws-sdk:kinesis:putRecords'),
    },
    { name: 'JSONata', definition: jsonata({ Output: '{% $states.result.Failures %}' }) },
    { name: 'a variable has all of the answer', definition: jsonata({ Assign: { run: '{% $states.result %}' } }) },
    { name: 'the answer is the output of an Express workflow', type: 'EXPRESS', definition: run({}, { Done: done }) },
    {
      name: 'an execution that has failed has no output to be read',
      definition: run(
        { ResultPath: '$.run' },
        { Tell: tell('States.StringToJson($.run.Output)') },
        'aws-sdk:sfn:startSyncExecution',
      ),
    },
    {
      name: 'an Express workflow that puts out a part of the answer',
      type: 'EXPRESS',
      definition: jsonata({ Output: '{% $states.result.Tasks %}' }),
    },
    {
      name: 'how the crawler ended is read behind the loop',
      definition: crawl({}, { 'Good?': asks('$.crawl.Crawler.LastCrawl.ErrorMessage'), Failed: fails }),
    },
    { name: 'a later call gets all that is told of the crawler', definition: crawl({}, { Tell: tell('$.crawl') }) },
    {
      name: 'a later call gets all of the crawler alone',
      definition: crawl({}, { Tell: tell('States.JsonToString($.crawl.Crawler)') }),
    },
    {
      name: 'all of the crawler is selected',
      definition: crawl({ ResultSelector: { 'Crawler.$': '$.Crawler' } }, { Tell: tell('$.crawl.Crawler.Name') }),
    },
    {
      name: 'a later Task in JSONata gets the answer as a whole',
      definition: jsonata({}, { Message: '{% $states.input %}' }),
    },
    {
      name: 'who has not started the crawler waits until it is free',
      definition: crawl({}, { Done: done }, 'sns:publish'),
    },
    {
      name: 'a crawler that is looked at once',
      definition: machine({
        Start: call('aws-sdk:glue:startCrawler', { Next: 'Get crawler' }),
        'Get crawler': call('aws-sdk:glue:getCrawler', { End: true }),
      }),
    },
    { name: 'a Resource that is filled in', definition: run({ Resource: '${Resource}' }, { Done: done }) },
    { name: 'a way that is filled in', definition: run({ Next: '${Next}' }, { Done: done }) },
  ],
  invalid: [
    {
      name: 'a task of ECS',
      definition: run({}, { Done: done }),
      errors: [
        {
          message:
            '"Run" succeeds even when all or a part of "ecs:runTask" has failed: only "Failures" of its result tells so, and no state reads that; test it in a Choice, or use ".sync", which fails then',
          at: '/States/Run/Resource',
        },
      ],
    },
    {
      name: 'a batch whose answer is dropped, and all of the data handed on',
      definition: run({ ResultPath: null }, { Tell: tell('$') }, 'aws-sdk:dynamodb:batchWriteItem'),
      errors: [
        {
          message: /a part of "dynamodb:batchWriteItem" has failed: only "UnprocessedItems" .*; test it in a Choice$/,
          at: '/States/Run/Resource',
        },
      ],
    },
    {
      name: 'an execution that is waited for',
      definition: run({ ResultPath: '$.run' }, { Tell: tell('$.run.Name') }, 'aws-sdk:sfn:startSyncExecution'),
      errors: [{ message: /of "sfn:startSyncExecution" has failed: only "Status" of/, at: '/States/Run/Resource' }],
    },
    {
      name: 'a dropped answer, where another one has such a member',
      definition: run(
        { ResultPath: null },
        { Again: call('ecs:runTask', { Next: 'Any?' }), 'Any?': asks('$.Failures[0]'), Failed: fails },
      ),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
    {
      name: 'a dropped answer in an Express workflow',
      type: 'EXPRESS',
      definition: run({ ResultPath: null }, { Done: done }),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
    {
      name: 'the same in JSONata',
      type: 'EXPRESS',
      definition: jsonata({ Output: '{% $states.input %}' }),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
    {
      name: 'what comes later reads another part',
      definition: run({ ResultPath: '$.run' }, { Tell: tell('$.run.Tasks[0].TaskArn') }),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
    {
      name: 'another part is selected',
      definition: run({ ResultSelector: { 'id.$': '$.Tasks[0].TaskArn' } }, { Tell: tell('$') }),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
    {
      name: 'events, by the AWS SDK, in a Map',
      definition: machine({
        Each: {
          Type: 'Map',
          ItemProcessor: machine({ Send: call('aws-sdk:eventbridge:putEvents', { End: true }) }),
          End: true,
        },
      }),
      errors: [{ messageId: 'unread', at: '/States/Each/ItemProcessor/States/Send/Resource' }],
    },
    {
      name: 'another result takes the place of all data before that is handed on',
      definition: run(
        {},
        {
          Next: call('glue:startJobRun.sync', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Tell' }], Next: 'Tell' }),
          Tell: tell('$'),
        },
      ),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
    {
      name: 'a crawler that is waited for',
      definition: crawl(),
      errors: [
        {
          message:
            '"Get crawler" is asked again until the crawler is "READY", which it is after a failure as well: only "LastCrawl.Status" of the result tells how it ended, and no state reads that; test it in a Choice behind the loop',
          at: '/States/Get crawler/Resource',
        },
      ],
    },
    {
      name: 'a crawler of which only the state is kept, and all of the data is handed on',
      definition: crawl({ ResultSelector: { 'Crawler.$': '$.Crawler.State' } }, { Tell: tell('$') }),
      errors: [{ messageId: 'outcome', at: '/States/Get crawler/Resource' }],
    },
    {
      name: 'a later Task in JSONata gets another part of the answer',
      definition: jsonata({}, { Message: '{% $states.input.Tasks[0].TaskArn %}' }),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
    {
      name: 'JSONata',
      definition: jsonata({ Output: '{% $states.result.Tasks[0].TaskArn %}' }),
      errors: [{ messageId: 'unread', at: '/States/Run/Resource' }],
    },
  ],
});
