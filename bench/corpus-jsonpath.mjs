import { ended, retryOf, tasksWith } from './corpus-parts.mjs';

// The states of definitions in JSONPath: `[weight, maker]`, the weights in per cent of the states and of the Tasks.

/** As people publish them: about one in ten is an ARN with an account in it, the others come from the template around. */
const functionOf = (name) =>
  name.endsWith('7') ? `arn:aws:lambda:us-east-1:123456789012:function:${name}` : '${' + name + 'FunctionArn}';

/** The result is added to the order, or dropped. */
const task = (resource, parametersOf, more = {}) =>
  tasksWith('Parameters')(resource, parametersOf, (name) => ({ ResultPath: `$.${name}`, ...more }));

const invoke = task('lambda:invoke', (name) => ({
  FunctionName: functionOf(name),
  Payload: { 'order.$': '$.order', 'run.$': '$$.Execution.Name' },
}));

const tasks = [
  [22, invoke],
  [20, ({ name, next }) => ({ Type: 'Task', Resource: functionOf(name), ResultPath: `$.${name}`, Next: next })],
  [
    12,
    task('aws-sdk:s3:getObject', () => ({ Bucket: '${Bucket}', 'Key.$': '$.order.key' }), {
      ResultSelector: { 'body.$': '$.Body', 'tag.$': '$.ETag' },
    }),
  ],
  [12, task('aws-sdk:glue:startCrawler', () => ({ Name: '${Crawler}' }), { ResultPath: null })],
  [
    7,
    task('sns:publish', () => ({
      TopicArn: '${Topic}',
      'Message.$': "States.Format('Order {} has arrived', $.order.id)",
    })),
  ],
  [
    5,
    task('dynamodb:updateItem', () => ({
      TableName: '${Table}',
      Key: { id: { 'S.$': '$.order.id' } },
      UpdateExpression: 'SET #status = :status',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: { ':status': { S: 'DONE' } },
    })),
  ],
  [4, task('dynamodb:putItem', () => ({ TableName: '${Table}', Item: { id: { 'S.$': '$.order.id' } } }))],
  [2, task('dynamodb:getItem', () => ({ TableName: '${Table}', Key: { id: { 'S.$': '$.order.id' } } }))],
  [3, task('glue:startJobRun.sync', () => ({ JobName: '${Job}', Arguments: { '--key.$': '$.order.key' } }))],
  [
    3,
    task('events:putEvents', () => ({
      Entries: [{ EventBusName: '${Bus}', Source: 'orders', DetailType: 'Arrived', Detail: { 'id.$': '$.order.id' } }],
    })),
  ],
  [
    3,
    task('states:startExecution.sync:2', () => ({
      StateMachineArn: '${Child}',
      Input: { 'order.$': '$.order', 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id' },
    })),
  ],
  [
    3,
    task(
      'lambda:invoke.waitForTaskToken',
      (name) => ({ FunctionName: functionOf(name), Payload: { 'token.$': '$$.Task.Token', 'id.$': '$.order.id' } }),
      { TimeoutSeconds: 3600 },
    ),
  ],
  [2, task('sqs:sendMessage', () => ({ QueueUrl: '${Queue}', 'MessageBody.$': '$.order' }))],
  [
    2,
    task('bedrock:invokeModel', () => ({
      ModelId: 'anthropic.claude-v2',
      Body: { 'prompt.$': '$.order.text', max_tokens_to_sample: 300 },
    })),
  ],
];

const comparisons = [
  [4, (name) => ({ Variable: `$.order.state${name}`, StringEquals: 'DONE' })],
  [2, (name) => ({ Variable: `$.order.total${name}`, NumericGreaterThan: 100 })],
  [2, (name) => ({ Variable: `$.order.paid${name}`, BooleanEquals: true })],
  [
    2,
    (name) => ({
      And: [
        { Variable: `$.order.coupon${name}`, IsPresent: true },
        { Variable: `$.order.coupon${name}`, StringMatches: 'SALE-*' },
      ],
    }),
  ],
];

// Each asks something else: nobody asks the same twice.
const choices = comparisons.flatMap(([weight, compare]) => [
  [weight, ({ name, next }) => ({ Type: 'Choice', Choices: [{ ...compare(name), Next: next }], Default: 'Failed' })],
  [
    weight,
    ({ name, next }) => ({
      Type: 'Choice',
      Choices: [
        { ...compare(name), Next: next },
        { Variable: `$.order.broken${name}`, BooleanEquals: true, Next: 'Failed' },
      ],
      Default: 'Done',
    }),
  ],
]);

const passes = [
  [
    1,
    ({ next }) => ({
      Type: 'Pass',
      Parameters: { 'message.$': "States.Format('{} of {}', $.order.id, $.order.total)", fixed: [1, 2, 3] },
      ResultPath: '$.text',
      Next: next,
    }),
  ],
  [1, ({ name, next }) => ({ Type: 'Pass', Result: { step: name }, ResultPath: `$.${name}`, Next: next })],
];

const processor = (name, state) => ({ StartAt: name, States: { [name]: state } });

export const jsonPathStates = {
  language: {},
  start: invoke,
  types: [
    [52, (place, oneOf) => oneOf(tasks)],
    [13, (place, oneOf) => oneOf(choices)],
    [13, (place, oneOf) => oneOf(passes)],
    [5, ({ next }) => ({ Type: 'Wait', Seconds: 30, Next: next })],
    [
      5,
      ({ name, next }) => ({
        Type: 'Map',
        ItemsPath: '$.order.items',
        MaxConcurrency: 5,
        ItemProcessor: processor(`${name}Item`, ended(invoke({ name: `${name}Item` }))),
        ResultPath: `$.${name}`,
        Next: next,
      }),
    ],
    [
      2.5,
      ({ name, next }) => ({
        Type: 'Parallel',
        Branches: ['Left', 'Right'].map((side) => processor(name + side, ended(invoke({ name: name + side })))),
        ResultPath: `$.${name}`,
        Next: next,
      }),
    ],
  ],
  retryOf,
  handlers: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
};
