import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (task: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', ...task, End: true } },
});
const call = (name: string, Parameters: unknown) => machine({ Resource: `arn:aws:states:::${name}`, Parameters });
const jsonata = (name: string, Arguments: unknown) =>
  machine({ Resource: `arn:aws:states:::${name}`, Arguments }, { QueryLanguage: 'JSONata' });
const at = (place: string) => ({ at: `/States/Call/${place}` });
const event = { Detail: { a: 1 }, DetailType: 't', Source: 'shop' };
const TransactItems = [{ Delete: { TableName: 'table', Key: { id: { S: '1' } } } }];
const one = { ExpressionAttributeValues: { ':x': { N: '1' } } };
const put = (at: object) => call('dynamodb:putItem', { TableName: 't', Item: { id: { S: 'a' }, at } });
const publish = (Message: unknown, action = 'sns:publish') =>
  call(action, { TopicArn: '${Topic}', Message, MessageStructure: 'json' });
const api = { ApiEndpoint: 'api', Method: 'GET' };

new AslRuleTester().run('valid-parameter-values', rule, {
  valid: [
    ...[
      'arn:aws:lambda:::function:f',
      'arn:aws:lambda:<REGION>:<ACCOUNT>:function:f',
      'arn:aws:lambda:us-east-1:${Function}',
      'arn:${Partition}:lambda:${Region}:${Account}:function:f',
    ].map((FunctionName) => ({
      name: 'the ARN of a function, as far as it is known',
      definition: call('lambda:invoke', { FunctionName }),
    })),
    { definition: call('sqs:sendMessage', { QueueUrl: 'q', MessageBody: { any: ['thing'] }, DelaySeconds: 5 }) },
    {
      name: 'numbers and Booleans in quotes',
      definition: call('ecs:runTask', { TaskDefinition: 't', Count: '2', EnableExecuteCommand: 'true' }),
    },
    {
      name: 'objects where strings are due',
      definition: call('aws-sdk:eventbridge:putEvents', { Entries: [{ Detail: { a: 1 } }] }),
    },
    {
      name: 'a string as an attribute value',
      definition: call('dynamodb:putItem', { TableName: 't', Item: { a: 'text' } }),
    },
    {
      name: 'an expression',
      definition: jsonata('apigateway:invoke', { ...api, Headers: { accept: '{% [$type] %}' } }),
    },
    {
      name: 'a path that lacks its mark is found elsewhere',
      definition: call('aws-sdk:ec2:startInstances', { InstanceIds: '$.ids' }),
    },
    {
      name: 'a function that lacks its mark, too',
      definition: call('aws-sdk:ec2:startInstances', { InstanceIds: 'States.Array($.id)' }),
    },
    ...[
      call('lambda:invoke', { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f', Payload: {} }),
      call('lambda:invoke', { FunctionName: 'my-function', Payload: {} }),
      call('sns:publish', { TopicArn: 'arn:${AWS::Partition}:sns:${AWS::Region}:1:t', Message: 'x' }),
      call('sns:publish', { TopicArn: '${TopicArn}', Message: 'x' }),
      call('states:startExecution', { StateMachineArn: 'arn:aws:states:us-east-1:1:stateMachine:m:live' }),
      call('http:invoke', {
        ApiEndpoint: 'https://example.com',
        Method: 'GET',
        Authentication: { ConnectionArn: 'arn:aws:events:us-east-1:1:connection/shop/1' },
      }),
      call('aws-sdk:s3:copyObject', { Bucket: 'b', CopySource: '/from/key', Key: 'k' }),
      call('dynamodb:updateItem', { TableName: 't', Key: { id: { S: 'a' } }, UpdateExpression: ' add n :x', ...one }),
      call('dynamodb:updateItem', { TableName: 't', Key: { id: { S: 'a' } }, UpdateExpression: '${Update}' }),
      call('sqs:sendMessage', { QueueUrl: 'q.fifo', MessageBody: 'x', MessageGroupId: 'g', DelaySeconds: 0 }),
      put({ N: '-1.5e3' }),
      put({ N: ' 7' }),
      put({ N: '${Limit}' }),
      put({ 'N.$': '$.count' }),
      put({ 'N.$': "States.Format('{}', $.count)" }),
      put({ 'N.$': "States.ArrayGetItem(States.StringSplit($$.State.EnteredTime, '-'), 0)" }),
      put({ M: { N: { S: 'name' } } }),
      put({ 'S.$': '$$.State.EnteredTime' }),
      jsonata('dynamodb:putItem', { TableName: 't', Item: { id: { S: 'a' }, at: { N: '{% $string($millis()) %}' } } }),
      publish({ default: 'done', email: 'It is done' }),
      publish({ 'default.$': '$.text' }),
      publish('{"default": "done"}'),
      publish({ '${Protocol}': 'done' }),
      call('sns:publish', { TopicArn: '${Topic}', 'Message.$': '$.message', MessageStructure: 'json' }),
      call('sns:publish', { TopicArn: '${Topic}', Message: { email: 'It is done' } }),
      jsonata('sns:publish', { TopicArn: '${Topic}', Message: '{% $states.input %}', MessageStructure: 'json' }),
      call('sqs:sendMessage', { QueueUrl: 'q', MessageBody: 'x', DelaySeconds: 5 }),
      call('lambda:invoke', { FunctionName: 'f:live', Qualifier: 'live' }),
      call('lambda:invoke', { FunctionName: 'f', Qualifier: 'live' }),
      call('lambda:invoke', { FunctionName: 'f:live', 'Qualifier.$': '$.alias' }),
      call('lambda:invoke', { FunctionName: '${Function}', Qualifier: 'live' }),
      call('lambda:invoke', { FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:f', Qualifier: 'live' }),
    ].map((definition) => ({ definition })),
    { name: 'a placeholder', definition: call('aws-sdk:ec2:startInstances', { InstanceIds: '${Ids}' }) },
    {
      name: 'texts of digits, and numbers in a payload',
      definition: call('ecs:runTask', {
        TaskDefinition: 't',
        Overrides: { ContainerOverrides: [{ Environment: [{ Name: 'N', Value: '5' }] }] },
      }),
    },
    { definition: call('lambda:invoke', { FunctionName: 'f', Payload: { n: 5 } }) },
    { definition: jsonata('dynamodb:putItem', { TableName: 't', Item: { n: { N: '{% $string($n) %}' } } }) },
    { name: 'a host that is filled in', definition: call('apigateway:invoke', { ...api, ApiEndpoint: '${Endpoint}' }) },
    { name: 'null', definition: call('aws-sdk:ec2:startInstances', { InstanceIds: null }) },
    {
      name: 'a value newer than the models',
      definition: call('ecs:runTask', { TaskDefinition: 't', LaunchType: 'MOON' }),
    },
    { name: 'a method that is filled in', definition: call('apigateway:invoke', { ...api, Method: '${Method}' }) },
    {
      definition: call('apigateway:invoke', {
        ...api,
        Headers: { accept: ['*/*'], 'x.$': '$.x' },
        AuthType: 'IAM_ROLE',
      }),
    },
    {
      name: 'names and values of expressions, also by paths and JSONata',
      definition: call('dynamodb:updateItem', {
        TableName: 't',
        Key: { id: { 'S.$': '$.id' } },
        UpdateExpression: 'SET #n = :n, done = :done REMOVE #o',
        ConditionExpression: 'attribute_exists(#o)',
        ExpressionAttributeNames: { '#n': 'name', '#o.$': '$.owner' },
        ExpressionAttributeValues: { ':n': { 'S.$': '$.name' }, ':done.$': '$.done' },
      }),
    },
    {
      name: 'an expression that is not written out may use what others do not',
      definition: call('aws-sdk:dynamodb:query', {
        TableName: 't',
        'KeyConditionExpression.$': '$.condition',
        ExpressionAttributeValues: { ':id': { S: '1' } },
      }),
    },
    {
      name: 'names that are not written out',
      definition: call('aws-sdk:dynamodb:scan', {
        TableName: 't',
        FilterExpression: '#a = :a',
        'ExpressionAttributeNames.$': '$.names',
        ExpressionAttributeValues: { '${Name}': { S: '1' } },
      }),
    },
    {
      name: 'an expression with a placeholder',
      definition: jsonata('dynamodb:getItem', {
        TableName: 't',
        Key: { id: { S: '1' } },
        ProjectionExpression: '${Projection}',
        ExpressionAttributeNames: { '#a': 'a' },
      }),
    },
    ...[
      'f',
      '123456789012:function:f',
      'arn:aws:lambda:us-east-1:123456789012:function:f:live',
      'arn:aws:lambda:${Place}:function:f',
      'arn:aws:lambda:{AWS::Region}:1:function:f',
    ].map((FunctionName) => ({ definition: call('lambda:invoke', { FunctionName }) })),
    {
      name: 'numbers, lists and texts within their limits',
      definition: call('aws-sdk:sqs:receiveMessage', { QueueUrl: 'https://sqs/q', MaxNumberOfMessages: 10 }),
    },
    { definition: call('events:putEvents', { Entries: Array.from({ length: 10 }, () => event) }) },
    {
      name: 'a list that is put together when it is run',
      definition: call('events:putEvents', { 'Entries.$': '$.entries' }),
    },
    {
      name: 'a token of unknown length, and one that fits',
      definition: call('aws-sdk:dynamodb:transactWriteItems', { TransactItems, 'ClientRequestToken.$': '$.token' }),
    },
    {
      definition: jsonata('aws-sdk:dynamodb:transactWriteItems', {
        TransactItems,
        ClientRequestToken: "{% $hash($states.context.Execution.Id, 'MD5') %}",
      }),
    },
    {
      name: 'names of executions that are made of sound parts',
      definition: call('states:startExecution', {
        StateMachineArn: 'm',
        'Name.$': "States.Format('{}-{}', $$.Execution.Name, $.id)",
      }),
    },
    { definition: call('states:startExecution', { StateMachineArn: 'm', Name: 'run-${Stage}' }) },
    {
      definition: jsonata('states:startExecution', {
        StateMachineArn: 'm',
        Name: "{% $states.context.Execution.Name & '-' & $replace($states.context.Execution.StartTime, ':', '') %}",
      }),
    },
    {
      name: 'JSON text',
      definition: call('aws-sdk:sfn:sendTaskSuccess', { 'TaskToken.$': '$.token', Output: '"done"' }),
    },
    {
      name: 'one of the members that exclude each other, and null for the other',
      definition: call('sns:publish', { 'TopicArn.$': '$.topic', PhoneNumber: null, Message: 'x' }),
    },
    { definition: call('apigateway:invoke', { ...api, Method: 'PATCH', RequestBody: { a: 1 } }) },
    { definition: call('apigateway:invoke', { ...api, Method: '${Method}', RequestBody: { a: 1 } }) },
    {
      name: 'a cluster that ends by itself, when nobody waits for it',
      definition: call('elasticmapreduce:createCluster', {
        Name: 'c',
        Instances: { KeepJobFlowAliveWhenNoSteps: false },
        Steps: [],
      }),
    },
    {
      name: 'a step',
      definition: call('elasticmapreduce:addStep', {
        ClusterId: 'j-1',
        Step: { Name: 's', ActionOnFailure: 'CONTINUE', HadoopJarStep: { Jar: 'command-runner.jar', Args: ['a'] } },
      }),
    },
  ],
  invalid: [
    {
      name: 'an attribute value of two types',
      definition: call('dynamodb:putItem', { TableName: 'table', Item: { id: { S: '1', 'N.$': '$.n' } } }),
      errors: [
        {
          message:
            '"Item.id" of "dynamodb:putItem" is given as "S" and "N", and a value has one type; remove all but one',
          ...at('Parameters/Item/id'),
        },
      ],
    },
    {
      name: 'members that exclude each other',
      definition: call('sns:publish', { TopicArn: 't', 'PhoneNumber.$': '$.phone', Message: 'x' }),
      errors: [
        {
          message:
            '"PhoneNumber" of "sns:publish" is given beside "TopicArn", and a call takes one of them; remove one',
          ...at('Parameters/PhoneNumber.$'),
          part: 'key',
        },
      ],
    },
    {
      definition: jsonata('glue:startJobRun.sync', { JobName: 'j', WorkerType: 'G.1X', MaxCapacity: 2 }),
      errors: [
        { message: /^"MaxCapacity" .* is given beside "WorkerType"/, ...at('Arguments/MaxCapacity'), part: 'key' },
      ],
    },
    {
      name: 'a body with a method that has none',
      definition: call('apigateway:invoke', { ...api, RequestBody: { a: 1 } }),
      errors: [
        {
          message:
            '"RequestBody" of "apigateway:invoke" is for the methods with a body, and the method is "GET"; remove it, or use "POST", "PUT" or "PATCH"',
          ...at('Parameters/RequestBody'),
        },
      ],
    },
    {
      name: 'a cluster that ends before the Task that waits for it',
      definition: call('elasticmapreduce:createCluster.sync', {
        Name: 'c',
        Instances: { KeepJobFlowAliveWhenNoSteps: false },
        Steps: [{ Name: 's', HadoopJarStep: { Jar: 'j' } }],
      }),
      errors: [
        {
          message: /^"Instances\.KeepJobFlowAliveWhenNoSteps" .* must be true/,
          ...at('Parameters/Instances/KeepJobFlowAliveWhenNoSteps'),
        },
        { message: /^"Steps" .* is not taken/, ...at('Parameters/Steps') },
      ],
    },
    {
      name: 'what a step cannot be',
      definition: call('elasticmapreduce:addStep', {
        ClusterId: 'j-1',
        Step: { Name: 's', ActionOnFailure: 'Continue', HadoopJarStep: { Jar: 'j', Args: 'a' } },
      }),
      errors: [
        { message: /^"Step\.ActionOnFailure" .* use "CONTINUE"$/, ...at('Parameters/Step/ActionOnFailure') },
        { message: /^"Step\.HadoopJarStep\.Args" .* must be an array/, ...at('Parameters/Step/HadoopJarStep/Args') },
      ],
    },
    {
      name: 'a time where DynamoDB takes a number',
      definition: put({ 'N.$': '$$.State.EnteredTime' }),
      errors: [
        {
          message:
            '"Item.at.N" of "dynamodb:putItem" takes a number in quotes, and is given a text that is none, such as a time; give it a number, or store the text as "S"',
          ...at('Parameters/Item/at/N.$'),
        },
      ],
    },
    ...[{ N: '2026-01-01' }, { N: 'many' }, { N: '' }, { N: '${Count} pieces' }].map((value) => ({
      name: 'a text that is no number',
      definition: put(value),
      errors: [{ message: /takes a number in quotes/, ...at('Parameters/Item/at/N') }],
    })),
    {
      name: 'a time in a set of numbers, and by the SDK',
      definition: call('aws-sdk:dynamodb:putItem', {
        TableName: 't',
        Item: { id: { S: 'a' }, at: { Ns: ['1', '10:30'] } },
      }),
      errors: [{ message: /^"Item.at.Ns\[1\]" of /, ...at('Parameters/Item/at/Ns[1]') }],
    },
    ...['{% $now() %}', '{% $states.context.Execution.StartTime %}'].map((N) => ({
      name: 'a time, in JSONata',
      definition: jsonata('dynamodb:putItem', { TableName: 't', Item: { id: { S: 'a' }, at: { N } } }),
      errors: [{ message: /such as a time/, ...at('Arguments/Item/at/N') }],
    })),
    ...[
      publish({ email: 'It is done' }),
      publish({ Default: 'It is done' }),
      publish('{"email": "It is done"}'),
      publish({ email: 'It is done' }, 'aws-sdk:sns:publish'),
    ].map((definition) => ({
      name: 'a message for some protocols only',
      definition,
      errors: [
        {
          message:
            /^"Message" of "(aws-sdk:)?sns:publish" has no "default", and "MessageStructure" is "json"; add it: a text for all who have none of their own$/,
          ...at('Parameters/Message'),
        },
      ],
    })),
    {
      name: 'a message whose default is ignored',
      definition: publish({ default: { 'id.$': '$.id' } }),
      errors: [
        {
          message:
            '"Message" of "sns:publish" has a "default" that is no text, and "MessageStructure" is "json"; write a text',
          ...at('Parameters/Message/default'),
        },
      ],
    },
    {
      name: 'a number beyond its limit',
      definition: call('sqs:sendMessage', { QueueUrl: 'https://sqs/q', MessageBody: 'x', DelaySeconds: 3600 }),
      errors: [
        {
          message: '"DelaySeconds" of "sqs:sendMessage" is 3600, and the most is 900; use less',
          ...at('Parameters/DelaySeconds'),
        },
      ],
    },
    {
      definition: call('batch:submitJob', {
        JobName: 'my job',
        JobQueue: 'q',
        JobDefinition: 'd',
        Timeout: { AttemptDurationSeconds: 30 },
      }),
      errors: [
        { message: /^"JobName" .* has a character that the name of a job cannot have/, ...at('Parameters/JobName') },
        { message: /is 30, and the least is 60; use more$/, ...at('Parameters/Timeout/AttemptDurationSeconds') },
      ],
    },
    {
      name: 'more items than one call takes, and none',
      definition: call('events:putEvents', { Entries: Array.from({ length: 11 }, () => event) }),
      errors: [
        {
          message:
            '"Entries" of "events:putEvents" has 11 items, and one call takes 10; divide them among several calls',
          ...at('Parameters/Entries'),
        },
      ],
    },
    {
      definition: jsonata('aws-sdk:dynamodb:transactWriteItems', { TransactItems: [] }),
      errors: [
        { message: /has no items, and must have at least 1; add what is missing$/, ...at('Arguments/TransactItems') },
      ],
    },
    {
      name: 'a token that is too long, or too short, by what makes it',
      definition: call('aws-sdk:dynamodb:transactWriteItems', {
        TransactItems,
        'ClientRequestToken.$': '$$.Execution.Id',
      }),
      errors: [
        {
          message:
            '"ClientRequestToken" of "aws-sdk:dynamodb:transactWriteItems" has at least 86 characters, and may have 36; use a shorter one, such as a hash by "MD5"',
          ...at('Parameters/ClientRequestToken.$'),
        },
      ],
    },
    {
      definition: jsonata('aws-sdk:bedrockagent:startIngestionJob', {
        KnowledgeBaseId: 'KB12345678',
        DataSourceId: 'DS12345678',
        ClientToken: "{% $hash($states.input.id, 'MD5') %}",
      }),
      errors: [
        { message: /"ClientToken" .* has 32 characters, and must have at least 33/, ...at('Arguments/ClientToken') },
      ],
    },
    {
      name: 'an empty text',
      definition: call('aws-sdk:glue:startCrawler', { Name: '' }),
      errors: [
        {
          message: '"Name" of "aws-sdk:glue:startCrawler" must not be empty; write it, or leave the member out',
          ...at('Parameters/Name'),
        },
      ],
    },
    {
      name: 'names of executions with what they cannot have',
      definition: call('states:startExecution', {
        StateMachineArn: 'm',
        'Name.$': "States.Format('run-{}', $$.Execution.StartTime)",
      }),
      errors: [
        { message: /^"Name" .* has a character that the name of an execution cannot have/, ...at('Parameters/Name.$') },
      ],
    },
    {
      definition: jsonata('aws-sdk:sfn:startExecution', {
        StateMachineArn: 'm',
        Name: "{% 'order:' & $states.input.id %}",
        Input: 'hello',
      }),
      errors: [
        { message: /^"Name" .* cannot have/, ...at('Arguments/Name') },
        {
          message: /^"Input" of "aws-sdk:sfn:startExecution" must be JSON text/,
          ...at('Arguments/Input'),
        },
      ],
    },
    {
      name: 'the name of a bucket with a scheme, and an ARN for the URL of a queue',
      definition: call('aws-sdk:s3:getObject', { Bucket: 's3://${Bucket}', Key: 'k' }),
      errors: [{ message: /cannot begin with "s3:\/\/"; write the name alone$/, ...at('Parameters/Bucket') }],
    },
    {
      name: 'the ARN of something else',
      definition: call('lambda:invoke', { FunctionName: 'arn:aws:sns:us-east-1:123456789012:t', Payload: {} }),
      errors: [
        {
          message:
            '"FunctionName" of "lambda:invoke" is a function and cannot be what is no ARN of one; write "arn:<partition>:lambda:<region>:<account>:function:<name>"',
          ...at('Parameters/FunctionName'),
        },
      ],
    },
    ...(
      [
        [call('sns:publish', { TopicArn: 'arn:aws:sqs:${R}:${A}:q', Message: 'x' }), 'TopicArn'],
        [call('states:startExecution', { StateMachineArn: 'arn:aws:lambda:${R}:${A}:function:f' }), 'StateMachineArn'],
        [call('aws-sdk:s3:copyObject', { Bucket: 'b', CopySource: 's3://from/key', Key: 'k' }), 'CopySource'],
        [
          call('aws-sdk:dynamodb:updateItem', { TableName: 't', Key: {}, UpdateExpression: 'n = :x', ...one }),
          'UpdateExpression',
        ],
      ] as const
    ).map(([definition, member]) => ({
      definition,
      errors: [{ message: new RegExp(`^"${member}" of `), ...at(`Parameters/${member}`) }],
    })),
    {
      name: 'a delay of its own for a message of a FIFO queue',
      definition: call('sqs:sendMessage', {
        QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/q.fifo',
        MessageBody: 'x',
        MessageGroupId: 'g',
        DelaySeconds: 5,
      }),
      errors: [
        {
          message:
            '"DelaySeconds" of "sqs:sendMessage" is not taken for one message of a FIFO queue; remove it, and set the delay of the queue',
          ...at('Parameters/DelaySeconds'),
        },
      ],
    },
    {
      name: 'two versions of a function',
      definition: call('lambda:invoke', { FunctionName: 'arn:aws:lambda:us-east-1:1:function:f:live', Qualifier: '2' }),
      errors: [
        {
          message: '"Qualifier" of "lambda:invoke" is "2", and "FunctionName" ends with ":live"; remove one of the two',
          ...at('Parameters/Qualifier'),
        },
      ],
    },
    {
      definition: call('sqs:sendMessage', { QueueUrl: 'arn:aws:sqs:${Region}:${Account}:q', MessageBody: 'x' }),
      errors: [{ message: /^"QueueUrl" .* cannot be an ARN/, ...at('Parameters/QueueUrl') }],
    },
    {
      name: 'an ARN of a function with a "-" for a ":"',
      definition: call('lambda:invoke', { FunctionName: 'arn:aws:lambda:us-east-1-123456789012:function:f:$LATEST' }),
      errors: [{ message: /^"FunctionName" .* cannot be what is no ARN of one/, ...at('Parameters/FunctionName') }],
    },
    ...[
      'arn:aws:lambda::123456789012:function:f',
      'arn:aws:lambda::${Region}:function:f',
      'arn:aws:lambda:us-east-1:123456789012:f',
      'arn:aws:lambda:us-east-1:123456789012:layer:f',
    ].map((FunctionName) => ({
      name: 'an ARN without a region, and one of no function',
      definition: call('lambda:invoke', { FunctionName }),
      errors: [{ message: /^"FunctionName" .* cannot be what is no ARN of one/, ...at('Parameters/FunctionName') }],
    })),
    {
      name: 'a reserved word, and a name that the item of a transaction does not define',
      definition: call('aws-sdk:dynamodb:transactWriteItems', {
        TransactItems: [
          { Update: { TableName: 't', Key: {}, UpdateExpression: 'REMOVE status' } },
          { Update: { TableName: 't', Key: {}, UpdateExpression: 'REMOVE #s' } },
        ],
      }),
      errors: [
        {
          message:
            '"TransactItems[0].Update.UpdateExpression" of "aws-sdk:dynamodb:transactWriteItems" uses "status", which is a reserved word of DynamoDB; write "#status", and define that in "ExpressionAttributeNames"',
          ...at('Parameters/TransactItems[0]/Update/UpdateExpression'),
          find: 'status',
        },
        {
          message:
            '"TransactItems[1].Update.UpdateExpression" of "aws-sdk:dynamodb:transactWriteItems" uses "#s", which "ExpressionAttributeNames" does not define; define it there',
          ...at('Parameters/TransactItems[1]/Update/UpdateExpression'),
          find: '#s',
        },
      ],
    },
    {
      name: 'a name that is defined by another one',
      definition: call('dynamodb:updateItem', {
        TableName: 't',
        Key: { id: { S: '1' } },
        UpdateExpression: 'SET #state = :state',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':state': { S: 'done' } },
      }),
      errors: [
        {
          ...at('Parameters/UpdateExpression'),
          find: '#state',
          message:
            '"UpdateExpression" of "dynamodb:updateItem" uses "#state", which "ExpressionAttributeNames" does not define; define it there in place of "#status", or use that',
        },
      ],
    },
    {
      name: 'an argument of a job that its script never finds',
      definition: call('glue:startJobRun', {
        JobName: 'j',
        Arguments: { '--day.$': '$.day', 'bucket.$': '$.bucket', '${Name}': 'a' },
      }),
      errors: [
        {
          ...at('Parameters/Arguments/bucket.$'),
          part: 'key',
          message:
            '"Arguments.bucket" of "glue:startJobRun" is no argument that a job of Glue finds, whose names begin with "--"; write "--bucket"',
        },
      ],
    },
    {
      name: 'a value that is defined without its colon',
      definition: jsonata('aws-sdk:dynamodb:query', {
        TableName: 't',
        KeyConditionExpression: 'id = :id',
        ExpressionAttributeValues: { id: { S: '1' } },
      }),
      errors: [
        {
          ...at('Arguments/ExpressionAttributeValues/id'),
          part: 'key',
          message:
            '"ExpressionAttributeValues" of "aws-sdk:dynamodb:query" defines "id", and its names begin with ":"; write ":id"',
        },
      ],
    },
    {
      name: 'a value that nothing defines',
      definition: jsonata('aws-sdk:dynamodb:query', {
        TableName: 't',
        KeyConditionExpression: 'id = :id',
      }),
      errors: [
        {
          ...at('Arguments/KeyConditionExpression'),
          find: ':id',
          message:
            '"KeyConditionExpression" of "aws-sdk:dynamodb:query" uses ":id", which "ExpressionAttributeValues" does not define; define it there',
        },
      ],
    },
    {
      name: 'a name that nothing uses',
      definition: call('dynamodb:putItem', {
        TableName: 't',
        Item: { id: { S: '1' } },
        ConditionExpression: 'attribute_not_exists(id)',
        ExpressionAttributeNames: { '#id': 'id' },
      }),
      errors: [
        {
          ...at('Parameters/ExpressionAttributeNames/#id'),
          part: 'key',
          message:
            '"ExpressionAttributeNames" of "dynamodb:putItem" defines "#id", which no expression uses; remove it',
        },
      ],
    },
    {
      definition: call('apigateway:invoke', { ...api, Headers: { accept: '*/*' } }),
      errors: [
        {
          message: '"Headers.accept" of "apigateway:invoke" must be an array; write "[...]" around it',
          ...at('Parameters/Headers/accept'),
        },
      ],
    },
    {
      definition: jsonata('aws-sdk:ec2:startInstances', { InstanceIds: 'i-1' }),
      errors: [
        { message: /^"InstanceIds" of "aws-sdk:ec2:startInstances" must be an array/, ...at('Arguments/InstanceIds') },
      ],
    },
    {
      definition: call('http:invoke', { ApiEndpoint: 'https://example.com', Method: 'get', Headers: 'a: b' }),
      errors: [
        { message: '"Method" of "http:invoke" cannot be "get"; use "GET"', ...at('Parameters/Method') },
        { message: '"Headers" of "http:invoke" must be an object; write it as one', ...at('Parameters/Headers') },
      ],
    },
    {
      name: 'a secret as the connection of an HTTP Task',
      definition: call('http:invoke', {
        ApiEndpoint: 'https://example.com',
        Method: 'GET',
        Authentication: { ConnectionArn: 'arn:aws:secretsmanager:us-east-1:1:secret:key' },
      }),
      errors: [
        {
          message:
            /"Authentication\.ConnectionArn" of "http:invoke" is a connection of EventBridge and cannot be the ARN of another service; use one that begins with "arn:aws:events:"$/,
          ...at('Parameters/Authentication/ConnectionArn'),
        },
      ],
    },
    {
      definition: call('http:invoke', { ApiEndpoint: 'https://example.com', Method: 'FETCH' }),
      errors: [
        {
          message:
            '"Method" of "http:invoke" cannot be "FETCH"; use "GET" or "POST" or "PUT" or "DELETE" or "PATCH" or "HEAD" or "OPTIONS"',
          ...at('Parameters/Method'),
        },
      ],
    },
    {
      definition: call('ecs:runTask', {
        TaskDefinition: 't',
        LaunchType: 'Fargate',
        Count: 'two',
        EnableExecuteCommand: 'yes',
      }),
      errors: [
        { message: '"LaunchType" of "ecs:runTask" cannot be "Fargate"; use "FARGATE"', ...at('Parameters/LaunchType') },
        { message: '"Count" of "ecs:runTask" must be a number; use one', ...at('Parameters/Count') },
        {
          message: '"EnableExecuteCommand" of "ecs:runTask" must be a Boolean; use true or false',
          ...at('Parameters/EnableExecuteCommand'),
        },
      ],
    },
    {
      definition: call('ecs:runTask', { TaskDefinition: 't', NetworkConfiguration: ['s'] }),
      errors: [{ message: /^"NetworkConfiguration" .* must be an object/, ...at('Parameters/NetworkConfiguration') }],
    },
    {
      name: 'a misspelt word, and one that is none of the three that there are',
      definition: call('ecs:runTask', { TaskDefinition: 't', LaunchType: 'FARGAT' }),
      errors: [
        { message: '"LaunchType" of "ecs:runTask" cannot be "FARGAT"; use "FARGATE"', ...at('Parameters/LaunchType') },
      ],
    },
    {
      definition: call('lambda:invoke', { FunctionName: 'f', InvocationType: 'ASYNC' }),
      errors: [
        {
          message:
            '"InvocationType" of "lambda:invoke" cannot be "ASYNC"; use "Event" or "RequestResponse" or "DryRun"',
          ...at('Parameters/InvocationType'),
        },
      ],
    },
    {
      name: 'numbers and Booleans where texts are due',
      definition: call('dynamodb:putItem', {
        TableName: 't',
        Item: { n: { N: 5 }, s: { S: true }, b: { BOOL: true } },
      }),
      errors: [
        {
          message: '"Item.n.N" of "dynamodb:putItem" must be a string; write it in quotes',
          ...at('Parameters/Item/n/N'),
        },
        { message: /^"Item\.s\.S" .* must be a string/, ...at('Parameters/Item/s/S') },
      ],
    },
    {
      definition: jsonata('glue:startJobRun', { JobName: 'j', Arguments: { '--limit': 10 } }),
      errors: [{ message: /^"Arguments\.--limit" .* must be a string/, ...at('Arguments/Arguments/--limit') }],
    },
    {
      name: 'a URL where a host is due',
      definition: call('apigateway:invoke', { ...api, ApiEndpoint: 'https://api.example.com' }),
      errors: [
        {
          message:
            '"ApiEndpoint" of "apigateway:invoke" is the name of a host and cannot begin with a scheme; leave out "https://"',
          ...at('Parameters/ApiEndpoint'),
        },
      ],
    },
    {
      name: 'in a list',
      definition: call('ecs:runTask', { TaskDefinition: 't', Tags: [5] }),
      errors: [{ message: /^"Tags\[0\]" of "ecs:runTask" must be an object/, ...at('Parameters/Tags[0]') }],
    },
  ],
});
