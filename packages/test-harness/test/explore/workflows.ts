/** Workflows of the size and the kind that teams have, for what only shows in larger ones. */

const invoke = (name: string, rest: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: name, 'Payload.$': '$' },
  ...rest,
});

const transient = {
  ErrorEquals: ['Lambda.ServiceException', 'Lambda.TooManyRequestsException'],
  IntervalSeconds: 2,
  MaxAttempts: 4,
  BackoffRate: 2,
};

/** Starts a crawler, polls it, and works through the tables that it found. */
const ingest = {
  StartAt: 'Is there a source',
  States: {
    'Is there a source': {
      Type: 'Choice',
      Choices: [
        {
          And: [
            { Variable: '$.source', IsPresent: true },
            { Variable: '$.source', IsString: true },
            { Not: { Variable: '$.source', StringEquals: '' } },
          ],
          Next: 'Start crawler',
        },
      ],
      Default: 'No source',
    },
    'No source': { Type: 'Fail', Error: 'NoSource' },
    'Start crawler': {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:glue:startCrawler',
      Parameters: { 'Name.$': "States.Format('crawl-{}', $.source)" },
      ResultPath: null,
      Retry: [{ ErrorEquals: ['Glue.ThrottlingException'], MaxAttempts: 5 }],
      Catch: [
        { ErrorEquals: ['Glue.CrawlerRunningException'], ResultPath: '$.crawl', Next: 'Wait for crawler' },
        { ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Tell' },
      ],
      Next: 'Wait for crawler',
    },
    'Wait for crawler': { Type: 'Wait', Seconds: 30, Next: 'Get crawler' },
    'Get crawler': {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:glue:getCrawler',
      Parameters: { 'Name.$': "States.Format('crawl-{}', $.source)" },
      ResultPath: '$.crawl',
      Next: 'Is it done',
    },
    'Is it done': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.crawl.Crawler.State', StringEquals: 'RUNNING', Next: 'Wait for crawler' },
        { Variable: '$.crawl.Crawler.State', StringEquals: 'STOPPING', Next: 'Wait for crawler' },
        {
          And: [
            { Variable: '$.crawl.Crawler.LastCrawl', IsPresent: true },
            { Variable: '$.crawl.Crawler.LastCrawl.Status', StringEquals: 'SUCCEEDED' },
          ],
          Next: 'Get tables',
        },
      ],
      Default: 'Tell',
    },
    'Get tables': {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:glue:getTables',
      Parameters: { 'DatabaseName.$': '$.source' },
      ResultSelector: { 'names.$': '$.TableList[*].Name' },
      ResultPath: '$.tables',
      Next: 'Each table',
    },
    'Each table': {
      Type: 'Map',
      ItemsPath: '$.tables.names',
      ItemSelector: { 'table.$': '$$.Map.Item.Value', 'day.$': '$$.Execution.Input.day' },
      MaxConcurrency: 5,
      ItemProcessor: {
        StartAt: 'Is it ours',
        States: {
          'Is it ours': {
            Type: 'Choice',
            Choices: [{ Variable: '$.table', StringMatches: 'raw_*', Next: 'Load' }],
            Default: 'Not ours',
          },
          'Not ours': { Type: 'Succeed' },
          Load: invoke('load', { Retry: [transient], End: true }),
        },
      },
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Tell' }],
      ResultPath: '$.loaded',
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
    Tell: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:alerts', 'Message.$': 'States.JsonToString($)' },
      Next: 'Failed',
    },
    Failed: { Type: 'Fail', Error: 'IngestFailed' },
  },
};

/** Builds, asks somebody, deploys in two regions at once, and rolls back. */
const release = {
  StartAt: 'Build',
  States: {
    Build: {
      Type: 'Task',
      Resource: 'arn:aws:states:::codebuild:startBuild.sync',
      Parameters: { 'ProjectName.$': '$.project' },
      TimeoutSeconds: 1800,
      ResultPath: '$.build',
      Catch: [{ ErrorEquals: ['States.TaskFailed', 'States.Timeout'], ResultPath: '$.failure', Next: 'Rejected' }],
      Next: 'Which stage',
    },
    'Which stage': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.stage', StringEquals: 'prod', Next: 'Ask' },
        {
          Or: [
            { Variable: '$.stage', StringEquals: 'dev' },
            { Variable: '$.stage', StringEquals: 'test' },
          ],
          Next: 'Deploy',
        },
      ],
      Default: 'Rejected',
    },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'approvals', MessageBody: { 'token.$': '$$.Task.Token', 'stage.$': '$.stage' } },
      TimeoutSeconds: 86_400,
      HeartbeatSeconds: 3600,
      ResultPath: '$.answer',
      Catch: [
        { ErrorEquals: ['States.HeartbeatTimeout'], ResultPath: '$.failure', Next: 'Rejected' },
        { ErrorEquals: ['Refused'], ResultPath: '$.failure', Next: 'Rejected' },
      ],
      Next: 'Is it agreed',
    },
    'Is it agreed': {
      Type: 'Choice',
      Choices: [{ Variable: '$.answer.approved', BooleanEquals: true, Next: 'Deploy' }],
      Default: 'Rejected',
    },
    Deploy: {
      Type: 'Parallel',
      Branches: ['eu', 'us'].map((region) => ({
        StartAt: `Deploy ${region}`,
        States: {
          [`Deploy ${region}`]: invoke(`deploy-${region}`, {
            ResultPath: `$.${region}`,
            Retry: [transient],
            Next: `Check ${region}`,
          }),
          [`Check ${region}`]: {
            Type: 'Choice',
            Choices: [
              { Variable: `$.${region}.Payload.healthy`, BooleanEquals: true, Next: `${region} is up` },
              { Variable: `$.${region}.Payload.errors`, NumericLessThanEquals: 3, Next: `${region} is up` },
            ],
            Default: `${region} is down`,
          },
          [`${region} is up`]: { Type: 'Pass', OutputPath: `$.${region}.Payload`, End: true },
          [`${region} is down`]: { Type: 'Fail', Error: 'Unhealthy' },
        },
      })),
      ResultPath: '$.deployed',
      Catch: [
        { ErrorEquals: ['Unhealthy'], ResultPath: '$.failure', Next: 'Roll back' },
        { ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Roll back' },
      ],
      Next: 'Released',
    },
    Released: { Type: 'Succeed' },
    'Roll back': invoke('roll-back', {
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 10, MaxDelaySeconds: 60 }],
      ResultPath: null,
      Next: 'Rejected',
    }),
    Rejected: { Type: 'Fail', ErrorPath: '$.failure.Error', CausePath: '$.failure.Cause' },
  },
};

/** The same in JSONata with variables: prices an order, and takes it from the stock until there is none. */
const stock = {
  QueryLanguage: 'JSONata',
  StartAt: 'Begin',
  States: {
    Begin: {
      Type: 'Pass',
      Assign: { order: '{% $states.input %}', tries: 0 },
      Next: 'How many',
    },
    'How many': {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $count($order.lines) = 0 %}', Next: 'Empty' },
        { Condition: "{% $order.kind = 'gift' and $order.total <= 50 %}", Next: 'Reserve' },
        { Condition: "{% $order.kind in ['sale', 'loan'] %}", Next: 'Price' },
      ],
      Default: 'Refused',
    },
    Empty: { Type: 'Succeed', Output: { lines: 0 } },
    Price: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'price', Payload: '{% $order %}' },
      Output: '{% $states.result.Payload %}',
      Assign: { price: '{% $states.result.Payload.price %}' },
      Catch: [{ ErrorEquals: ['Unpriced'], Assign: { why: '{% $states.errorOutput.Error %}' }, Next: 'Refused' }],
      Next: 'Is it dear',
    },
    'Is it dear': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $price > $order.limit %}', Next: 'Ask' }],
      Default: 'Reserve',
    },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Arguments: { QueueUrl: 'q', MessageBody: { token: '{% $states.context.Task.Token %}', price: '{% $price %}' } },
      TimeoutSeconds: 600,
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Refused' }],
      Next: 'Reserve',
    },
    Reserve: {
      Type: 'Task',
      Resource: 'arn:aws:states:::dynamodb:updateItem',
      Arguments: {
        TableName: 'stock',
        Key: { id: { S: '{% $order.id %}' } },
        UpdateExpression: 'SET taken = :taken',
        ConditionExpression: 'attribute_not_exists(taken)',
        ExpressionAttributeValues: { ':taken': { S: '{% $states.context.Execution.Id %}' } },
      },
      Assign: { tries: '{% $tries + 1 %}' },
      Catch: [
        {
          ErrorEquals: ['DynamoDB.ConditionalCheckFailedException'],
          Assign: { tries: '{% $tries + 1 %}' },
          Next: 'Once more',
        },
      ],
      Next: 'Reserved',
    },
    'Once more': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $tries < 3 %}', Next: 'Wait' }],
      Default: 'Refused',
    },
    Wait: { Type: 'Wait', Seconds: '{% 10 * $tries %}', Next: 'Reserve' },
    Reserved: { Type: 'Succeed', Output: { tries: '{% $tries %}' } },
    Refused: { Type: 'Fail', Error: 'Refused' },
  },
};

export const workflows = { ingest, release, stock };
