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
const api = { ApiEndpoint: 'api', Method: 'GET' };

new AslRuleTester().run('valid-parameter-values', rule, {
  valid: [
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
  ],
  invalid: [
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
