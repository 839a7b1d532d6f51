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
const writer = (Parameters: object) => ({
  StartAt: 'Rows',
  States: {
    Rows: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Row', States: { Row: { Type: 'Pass', End: true } } },
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters },
      End: true,
    },
  },
});
const at = (place: string) => ({ at: `/States/Call/${place}`, part: 'key' as const });

new AslRuleTester().run('valid-parameter-names', rule, {
  valid: [
    { definition: call('dynamodb:getItem', { TableName: 't', 'Key.$': '$.key' }) },
    { definition: jsonata('aws-sdk:dynamodb:getItem', { TableName: 't', Key: { id: { S: '{% $id %}' } } }) },
    {
      name: 'what is in a map has names of its own',
      definition: call('dynamodb:getItem', { TableName: 't', Key: { tableName: { S: 'x' } } }),
    },
    {
      name: 'what is in a payload, too',
      definition: call('lambda:invoke', { FunctionName: 'f', Payload: { functionName: 'g' } }),
    },
    {
      name: 'a function takes anything',
      definition: machine({
        Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
        Parameters: { functionName: 'g' },
      }),
    },
    {
      name: 'ECS and EKS',
      definition: call('ecs:runTask', {
        TaskDefinition: 't',
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['s'] } },
      }),
    },
    {
      name: 'names of optimized integrations are those of the API',
      definition: call('dynamodb:putItem', { TableName: 't', Item: { a: { BOOL: true }, b: { NULL: true } } }),
    },
    {
      name: 'names of AWS SDK integrations are those of the SDK for Java',
      definition: call('aws-sdk:rds:describeDBInstances', { DbInstanceIdentifier: 'd' }),
    },
    {
      name: 'the name of the API is no certain fault',
      definition: call('aws-sdk:rds:describeDBInstances', { DBInstanceIdentifier: 'd' }),
    },
    {
      name: 'what is only near may be newer',
      definition: call('dynamodb:getItem', { TableName: 't', Key: {}, ConsistentReads: true }),
    },
    { name: 'an action newer than the models', definition: call('aws-sdk:dynamodb:explodeTable', { tableName: 't' }) },
    {
      name: 'an expression makes all',
      definition: jsonata('lambda:invoke', '{% $merge([$states.input, {"functionName": "f"}]) %}'),
    },
    { name: 'a name that is filled in', definition: call('lambda:invoke', { FunctionName: 'f', '${payload}': 1 }) },
    ...['Payload', 'InvocationType', 'Qualifier', 'ClientContext', 'LogType'].map((name) => ({
      name: `lambda:invoke takes ${name}`,
      definition: call('lambda:invoke', { FunctionName: 'f', [`${name}.$`]: '$.it' }),
    })),
    {
      name: 'http:invoke',
      definition: call('http:invoke', {
        ApiEndpoint: 'https://example.com',
        Method: 'POST',
        Authentication: { ConnectionArn: 'c' },
        Headers: { accept: '*/*' },
        Transform: { RequestBodyEncoding: 'URL_ENCODED', RequestEncodingOptions: { ArrayFormat: 'COMMAS' } },
      }),
    },
    {
      name: 'one step of EMR',
      definition: call('elasticmapreduce:addStep.sync', {
        ClusterId: 'c',
        Step: { Name: 's', HadoopJarStep: { Jar: 'j' } },
      }),
    },
  ],
  invalid: [
    {
      name: 'of what writes the results of a distributed Map',
      definition: writer({ bucket: 'b', Prefix: 'p' }),
      output: writer({ Bucket: 'b', Prefix: 'p' }),
      errors: [
        {
          message: '"bucket" is no parameter of "s3:putObject"; write "Bucket": capitals matter',
          at: '/States/Rows/ResultWriter/Parameters/bucket',
          part: 'key',
        },
      ],
    },
    {
      name: 'written out by an expression',
      definition: jsonata('dynamodb:getItem', "{% {'tableName': 't', 'Key': $states.input} %}"),
      output: jsonata('dynamodb:getItem', "{% {'TableName': 't', 'Key': $states.input} %}"),
      errors: [
        {
          message: '"tableName" is no parameter of "dynamodb:getItem"; write "TableName": capitals matter',
          at: '/States/Call/Arguments',
          find: "'tableName'",
        },
      ],
    },
    {
      definition: call('dynamodb:getItem', { tableName: 't', Key: {} }),
      output: call('dynamodb:getItem', { TableName: 't', Key: {} }),
      errors: [
        {
          message: '"tableName" is no parameter of "dynamodb:getItem"; write "TableName": capitals matter',
          ...at('Parameters/tableName'),
        },
      ],
    },
    {
      name: 'of paths the mark stays',
      definition: call('aws-sdk:sfn:startExecution', { 'stateMachineArn.$': '$.arn', input: '{}' }),
      output: call('aws-sdk:sfn:startExecution', { 'StateMachineArn.$': '$.arn', Input: '{}' }),
      errors: [
        { messageId: 'capitals', ...at('Parameters/stateMachineArn.$') },
        { messageId: 'capitals', ...at('Parameters/input') },
      ],
    },
    {
      name: 'further inside, in lists',
      definition: jsonata('ecs:runTask.sync', {
        TaskDefinition: 't',
        Overrides: { ContainerOverrides: [{ Name: 'c', environment: '{% $states.input %}' }] },
      }),
      output: jsonata('ecs:runTask.sync', {
        TaskDefinition: 't',
        Overrides: { ContainerOverrides: [{ Name: 'c', Environment: '{% $states.input %}' }] },
      }),
      errors: [
        {
          message:
            '"environment" in "Overrides.ContainerOverrides[0]" is no parameter of "ecs:runTask"; write "Environment": capitals matter',
          ...at('Arguments/Overrides/ContainerOverrides[0]/environment'),
        },
      ],
    },
    {
      definition: call('aws-sdk:eks:describeCluster', { name: 'c' }),
      output: call('aws-sdk:eks:describeCluster', { Name: 'c' }),
      errors: [{ messageId: 'capitals', ...at('Parameters/name') }],
    },
    {
      definition: call('lambda:invoke', { FunctionNam: 'f' }),
      errors: [
        {
          message: '"FunctionNam" is no parameter of "lambda:invoke", which needs "FunctionName"; write that',
          ...at('Parameters/FunctionNam'),
        },
      ],
    },
    {
      definition: call('http:invoke', {
        APIEndpoint: 'https://example.com',
        Method: 'GET',
        Authentication: { ConnectionArn: 'c' },
      }),
      output: call('http:invoke', {
        ApiEndpoint: 'https://example.com',
        Method: 'GET',
        Authentication: { ConnectionArn: 'c' },
      }),
      errors: [{ messageId: 'capitals', ...at('Parameters/APIEndpoint') }],
    },
  ],
});
