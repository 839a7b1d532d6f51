import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const machine = (task: object, more: object = {}) => ({
  ...more,
  StartAt: 'Call',
  States: { Call: { Type: 'Task', ...task, End: true } },
});
const call = (name: string, Parameters?: unknown) =>
  machine({ Resource: `arn:aws:states:::${name}`, ...(Parameters !== undefined && { Parameters }) });
const jsonata = (name: string, Arguments?: unknown) =>
  machine(
    { Resource: `arn:aws:states:::${name}`, ...(Arguments !== undefined && { Arguments }) },
    { QueryLanguage: 'JSONata' },
  );
const at = (place: string) => ({ at: `/States/Call/${place}`, part: 'key' as const });
const entry = { Detail: {}, DetailType: 'paid', Source: 'shop' };

new AslRuleTester().run('required-parameters', rule, {
  valid: [
    { definition: call('dynamodb:putItem', { TableName: 'orders', 'Item.$': '$.item' }) },
    { definition: jsonata('dynamodb:putItem', { TableName: 'orders', Item: '{% $states.input %}' }) },
    { name: 'an expression makes all', definition: jsonata('dynamodb:putItem', '{% $states.input %}') },
    ...[
      "{% {'TableName': 'orders', 'Item': $states.input} %}",
      "{% $merge([{'TableName': 'orders'}, {'Item': $states.input}]) %}",
      "{% $merge([$states.input, {'TableName': 'orders'}]) %}",
      "{% {'TableName': 'orders', $states.input.name: {}} %}",
      "{% $states.input.all ? $states.input : {'TableName': 'orders'} %}",
      "{% $states.input.{'TableName': 'orders'} %}",
      "{% {'TableName': 'orders'}[$states.input.item] %}",
    ].map((Arguments) => ({ name: Arguments, definition: jsonata('dynamodb:putItem', Arguments) })),
    {
      name: 'a placeholder',
      code: '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":${P},"End":true}}}',
    },
    { name: 'a name that is filled in', definition: call('sqs:sendMessage', { QueueUrl: 'q', '${Body}': 'b' }) },
    { name: "null is somebody's decision", definition: call('sqs:sendMessage', { QueueUrl: 'q', MessageBody: null }) },
    {
      name: 'functions take anything',
      definition: machine({ Resource: 'arn:aws:lambda:us-east-1:123456789012:function:pay' }),
    },
    { name: 'activities too', definition: machine({ Resource: 'arn:aws:states:us-east-1:123456789012:activity:pay' }) },
    { name: 'an action that needs none', definition: call('aws-sdk:s3:listBuckets') },
    { name: 'an action newer than the models', definition: call('aws-sdk:dynamodb:explodeTable', { A: 1 }) },
    { name: 'a service newer than the models', definition: call('aws-sdk:quantumleap:jump') },
    { name: 'a Resource that is filled in', definition: machine({ Resource: '${Resource}' }) },
    {
      name: 'a token',
      definition: call('aws-sdk:emrserverless:startJobRun', { ApplicationId: 'a', ExecutionRoleArn: 'r' }),
    },
    ...['TopicArn', 'TargetArn', 'PhoneNumber', 'TopicArn.$'].map((name) => ({
      name: `sns:publish to a ${name}`,
      definition: call('sns:publish', { Message: 'm', [name]: '$.to' }),
    })),
    ...['Authentication', 'InvocationConfig'].map((name) => ({
      name: `http:invoke with ${name}`,
      definition: call('http:invoke', {
        ApiEndpoint: 'https://example.com',
        Method: 'GET',
        [name]: { ConnectionArn: 'c' },
      }),
    })),
    { definition: call('events:putEvents', { Entries: [entry, { ...entry, 'Detail.$': '$' }] }) },
    { definition: call('events:putEvents', { 'Entries.$': '$.entries' }) },
    { definition: call('ecs:runTask.sync', { TaskDefinition: 't', LaunchType: 'EC2' }) },
    {
      definition: call('ecs:runTask.sync', {
        TaskDefinition: 't',
        LaunchType: 'FARGATE',
        'NetworkConfiguration.$': '$.n',
      }),
    },
    { definition: call('sqs:sendMessage', { QueueUrl: 'https://q.fifo', MessageBody: 'm', MessageGroupId: 'g' }) },
    {
      name: 'the members of a payload are its own',
      definition: call('lambda:invoke', { FunctionName: 'f', Payload: {} }),
    },
    { name: 'valid-parameter-names has it', definition: call('sqs:sendMessage', { QueueUrl: 'q', messageBody: 'm' }) },
    { name: 'valid-parameter-names has that, too', definition: call('sns:publish', { Message: 'm', topicArn: 't' }) },
    {
      name: 'no-unsupported-fields has it',
      definition: machine({ Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'f' } }),
    },
  ],
  invalid: [
    {
      name: 'of what reads the items of a distributed Map',
      definition: {
        StartAt: 'Rows',
        States: {
          Rows: {
            Type: 'Map',
            ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b' } },
            ItemProcessor: { StartAt: 'Row', States: { Row: { Type: 'Pass', End: true } } },
            End: true,
          },
        },
      },
      errors: [
        { message: '"s3:getObject" needs "Key"; add it', at: '/States/Rows/ItemReader/Parameters', part: 'key' },
      ],
    },
    ...[
      "{% {'TableName': 'orders', 'ReturnValues': $states.input.r} %}",
      "{% $merge([{'TableName': 'orders'}, {'ReturnValues': 'NONE'}]) %}",
      "{% ($table := $states.input.t; {'TableName': $table}) %}",
    ].map((Arguments) => ({
      name: Arguments,
      definition: jsonata('dynamodb:putItem', Arguments),
      errors: [{ message: '"dynamodb:putItem" needs "Item"; add it', ...at('Arguments') }],
    })),
    {
      name: 'an expression writes out an entry',
      definition: jsonata('events:putEvents', { Entries: ["{% {'Detail': $states.input, 'Source': 'shop'} %}"] }),
      errors: [
        {
          message: '"events:putEvents" needs "DetailType" in "Entries[0]"; add it',
          at: '/States/Call/Arguments/Entries[0]',
          find: '{',
        },
      ],
    },
    {
      definition: call('dynamodb:putItem', { TableName: 'orders' }),
      errors: [{ message: '"dynamodb:putItem" needs "Item"; add it', ...at('Parameters') }],
    },
    {
      definition: jsonata('sqs:sendMessage.waitForTaskToken', { DelaySeconds: 1 }),
      errors: [{ message: '"sqs:sendMessage" needs "QueueUrl" and "MessageBody"; add them', ...at('Arguments') }],
    },
    {
      definition: call('aws-sdk:rds:createDBSnapshot', { DbInstanceIdentifier: 'd' }),
      errors: [{ message: '"aws-sdk:rds:createDBSnapshot" needs "DbSnapshotIdentifier"; add it', ...at('Parameters') }],
    },
    {
      definition: call('sns:publish', { Message: 'm' }),
      errors: [
        { message: '"sns:publish" needs "TopicArn", "TargetArn" or "PhoneNumber"; add one', ...at('Parameters') },
      ],
    },
    {
      definition: jsonata('aws-sdk:sns:publish', { Message: 'm' }),
      errors: [
        { message: /^"aws-sdk:sns:publish" needs "TopicArn", "TargetArn" or "PhoneNumber"/, ...at('Arguments') },
      ],
    },
    {
      definition: call('http:invoke', { ApiEndpoint: 'https://example.com', Method: 'GET' }),
      errors: [{ message: '"http:invoke" needs "Authentication" or "InvocationConfig"; add one', ...at('Parameters') }],
    },
    {
      definition: call('http:invoke', { ApiEndpoint: 'https://example.com', Method: 'GET', Authentication: {} }),
      errors: [
        {
          message: '"http:invoke" needs "ConnectionArn" in "Authentication"; add it',
          ...at('Parameters/Authentication'),
        },
      ],
    },
    {
      name: 'an empty object',
      definition: call('lambda:invoke', {}),
      errors: [{ message: '"lambda:invoke" needs "FunctionName"; add it', ...at('Parameters') }],
    },
    {
      name: 'inside a list',
      definition: call('events:putEvents', { Entries: [entry, { Detail: {}, 'Source.$': '$.s' }] }),
      errors: [
        {
          message: '"events:putEvents" needs "DetailType" in "Entries[1]"; add it',
          json: { line: 14, column: 11, endLine: 14, endColumn: 12 },
          yaml: { line: 11, column: 11, endLine: 11, endColumn: 12 },
        },
      ],
    },
    {
      definition: call('sns:publish', { TopicArn: 'arn:aws:sns:us-east-1:123456789012:a.fifo', Message: 'm' }),
      errors: [
        {
          message: '"sns:publish" needs "MessageGroupId" when "TopicArn" ends with ".fifo"; add it',
          ...at('Parameters'),
        },
      ],
    },
    {
      definition: call('ecs:runTask', { TaskDefinition: 't', LaunchType: 'FARGATE' }),
      errors: [
        {
          message: '"ecs:runTask" needs "NetworkConfiguration" when "LaunchType" is "FARGATE"; add it',
          ...at('Parameters'),
        },
      ],
    },
  ],
});
