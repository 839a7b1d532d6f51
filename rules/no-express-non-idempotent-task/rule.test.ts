import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

type Options = [{ lambda: boolean }];

const task = (Resource: string, parameters: object = {}, more: object = {}) => ({
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource, Parameters: parameters, End: true, ...more } },
});
const pays = (Payload: object) => ({
  StartAt: 'Charge card',
  States: {
    'Charge card': {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', Payload },
      End: true,
    },
  },
});
const jsonata = (Resource: string, Arguments: unknown) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Call',
  States: { Call: { Type: 'Task', Resource, Arguments, End: true } },
});
/** A Map whose child workflows are of that type. */
const distributed = (ExecutionType: string, Resource: string, parameters: object) => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType },
        ...task(Resource, parameters),
      },
      End: true,
    },
  },
});
const update = (UpdateExpression: string, more: object = {}) =>
  task('arn:aws:states:::dynamodb:updateItem', { TableName: 'views', Key: {}, UpdateExpression, ...more });

const publish = 'arn:aws:states:::sns:publish';
const topic = { TopicArn: 'arn:aws:sns:us-east-1:123456789012:orders', Message: 'paid' };
const fifo = { TopicArn: 'arn:aws:sns:us-east-1:123456789012:orders.fifo', Message: 'paid', MessageGroupId: 'orders' };
const start = 'arn:aws:states:::aws-sdk:ecs:runTask';
const EXPRESS = { type: 'EXPRESS' } as const;

const found = (state = 'Call', at = '/States/Call/Resource') => ({
  message: new RegExp(`^"${state}" may run more than once`),
  at,
});

const invoke = (Payload: object, more: object = {}) =>
  task('arn:aws:states:::lambda:invoke', { FunctionName: 'save-reading', Payload }, more);
const renewed = (changesBy: string) =>
  `"Call" gets another "idempotencyKey" whenever the Express workflow runs it again, from "${changesBy}", so that no repetition is recognised by it; make it from the input or from the Id of the execution, or make the workflow Standard, which runs each step once`;

new AslRuleTester().run('no-express-non-idempotent-task', rule, {
  valid: [
    {
      name: 'a key for the function that is the same at each run',
      definition: invoke({ 'idempotencyKey.$': '$.readingId' }),
      ...EXPRESS,
    },
    {
      name: 'a key that changes with a count of attempts, of which there is one',
      definition: invoke(
        { 'idempotencyKey.$': '$$.State.RetryCount' },
        { Retry: [{ ErrorEquals: ['A'], MaxAttempts: 0 }] },
      ),
      ...EXPRESS,
    },
    {
      name: 'a key that is made anew in a Standard workflow',
      definition: invoke({ 'idempotencyKey.$': 'States.UUID()' }),
    },
    {
      name: 'a key by which the consumer can drop what it has seen',
      definition: task('arn:aws:states:::events:putEvents', {
        Entries: [{ Detail: { 'idempotencyKey.$': '$$.Execution.Id' } }],
      }),
      type: 'EXPRESS',
    },
    { name: 'a Standard workflow runs each step once', definition: task(publish, topic) },
    { name: 'reads', definition: task('arn:aws:states:::dynamodb:getItem', { TableName: 't', Key: {} }), ...EXPRESS },
    {
      name: 'the same item again',
      definition: task('arn:aws:states:::dynamodb:putItem', { TableName: 't', Item: {} }),
      ...EXPRESS,
    },
    { name: 'sets a value', definition: update('SET seen = :yes'), ...EXPRESS },
    {
      name: 'counts under a condition',
      definition: update('ADD views :one', { ConditionExpression: 'lastView < :time' }),
      ...EXPRESS,
    },
    {
      name: 'FIFO with a stable deduplication id',
      definition: task(publish, { ...fifo, 'MessageDeduplicationId.$': '$.orderId' }),
      ...EXPRESS,
    },
    {
      name: 'a token from the execution',
      definition: task(start, { TaskDefinition: 'import', 'ClientToken.$': "States.Hash($$.Execution.Id, 'SHA-256')" }),
      ...EXPRESS,
    },
    {
      name: 'a token in JSONata',
      definition: jsonata(start, {
        TaskDefinition: 'import',
        ClientToken: "{% $hash($states.context.Execution.Id, 'MD5') %}",
      }),
      ...EXPRESS,
    },
    { name: 'arguments that only the run knows', definition: jsonata(start, '{% $states.input %}'), ...EXPRESS },
    { name: 'a resource that only the deployment knows', definition: task('${Publish}', topic), ...EXPRESS },
    {
      name: 'a function that is given a key to pay once',
      definition: pays({ 'amount.$': '$.amount', 'requestId.$': '$.requestId' }),
      ...EXPRESS,
    },
    {
      name: 'a function may recognise a repetition',
      definition: task('arn:aws:states:::lambda:invoke', { FunctionName: 'charge' }),
      ...EXPRESS,
    },
    {
      name: 'GET',
      definition: task('arn:aws:states:::apigateway:invoke', { ApiEndpoint: 'x', Method: 'GET' }),
      ...EXPRESS,
    },
    { name: 'Standard children of a distributed Map', definition: distributed('STANDARD', publish, topic) },
    {
      name: 'prototype names are names',
      definition: task(
        'arn:aws:states:::dynamodb:getItem',
        JSON.parse('{ "__proto__": {}, "constructor": 1 }') as object,
      ),
      ...EXPRESS,
    },
    {
      name: 'SQL that sets, or has a condition on a version',
      ...EXPRESS,
      definition: task('arn:aws:states:::aws-sdk:rdsdata:executeStatement', {
        ResourceArn: 'arn',
        SecretArn: 'arn',
        Sql: 'UPDATE orders SET tries = tries + 1 WHERE id = :id AND version = :version',
      }),
    },
  ],
  invalid: [
    {
      name: 'a key for the function that is another one at each run',
      definition: invoke({ 'reading.$': '$.reading', 'idempotencyKey.$': 'States.UUID()' }),
      ...EXPRESS,
      errors: [{ message: renewed('States.UUID()'), at: '/States/Call/Parameters/Payload/idempotencyKey.$' }],
    },
    {
      name: 'a key that changes with the count of attempts',
      definition: invoke({ 'idempotencyKey.$': '$$.State.RetryCount' }, { Retry: [{ ErrorEquals: ['A'] }] }),
      ...EXPRESS,
      errors: [{ message: renewed('$$.State.RetryCount'), at: '/States/Call/Parameters/Payload/idempotencyKey.$' }],
    },
    {
      name: 'SQL that counts',
      ...EXPRESS,
      definition: task('arn:aws:states:::aws-sdk:rdsdata:executeStatement', {
        ResourceArn: 'arn',
        SecretArn: 'arn',
        Sql: 'UPDATE orders SET tries = tries + 1 WHERE id = :id',
      }),
      errors: [{ message: /does "SET tries = tries \+ 1" once more/, at: '/States/Call/Parameters/Sql' }],
    },
    {
      name: 'counts under a condition that is met again',
      ...EXPRESS,
      definition: update('SET stock = stock - :n', { ConditionExpression: 'attribute_exists(id) AND stock >= :n' }),
      errors: [
        {
          message:
            '"Call" may run more than once in an Express workflow, and every repetition of "dynamodb:updateItem" does "SET stock = stock - :n" once more, for its "ConditionExpression" is met then, too; let the "ConditionExpression" fail when the update was made, and catch its error, or write the new value with "SET attribute = :value" instead, or make the workflow Standard, which runs each step once',
          at: '/States/Call/Parameters/UpdateExpression',
        },
      ],
    },
    {
      name: 'a new key, of which there is none yet',
      ...EXPRESS,
      definition: task('arn:aws:states:::dynamodb:putItem', {
        TableName: 'orders',
        Item: { id: { 'S.$': 'States.UUID()' } },
        ConditionExpression: 'attribute_not_exists(#id)',
        ExpressionAttributeNames: { '#id': 'id' },
      }),
      errors: [found('Call', '/States/Call/Parameters/Item/id')],
    },
    {
      name: 'a message',
      definition: task(publish, topic),
      ...EXPRESS,
      errors: [
        {
          message:
            '"Call" may run more than once in an Express workflow, and every repetition of "sns:publish" sends the message again; let the consumer drop what it has seen, by a key in the message, or make the workflow Standard, which runs each step once',
          at: '/States/Call/Resource',
        },
      ],
    },
    {
      name: 'a job, beside its own remedies',
      definition: task('arn:aws:states:::batch:submitJob'),
      ...EXPRESS,
      errors: [
        {
          message: /, or make the workflow Standard, which runs each step once$/,
          at: '/States/Call/Resource',
        },
      ],
    },
    {
      name: 'FIFO with an id that changes at each attempt',
      definition: task(publish, { ...fifo, 'MessageDeduplicationId.$': 'States.UUID()' }),
      ...EXPRESS,
      errors: [{ message: /from States\.UUID\(\)/, at: '/States/Call/Parameters/MessageDeduplicationId.$' }],
    },
    {
      name: 'a counter',
      definition: update('SET views = views + :one'),
      ...EXPRESS,
      errors: [found('Call', '/States/Call/Parameters/UpdateExpression')],
    },
    {
      name: 'a list that grows',
      definition: update('SET log = list_append(log, :entry)'),
      ...EXPRESS,
      errors: [found('Call', '/States/Call/Parameters/UpdateExpression')],
    },
    {
      name: 'a start without its token',
      definition: task(start, { TaskDefinition: 'import' }),
      ...EXPRESS,
      errors: [{ message: /"ClientToken"/, at: '/States/Call/Resource' }],
    },
    {
      name: 'a token that is made anew in JSONata',
      definition: jsonata(start, { TaskDefinition: 'import', ClientToken: '{% $uuid() %}' }),
      ...EXPRESS,
      errors: [{ message: /"ClientToken"/, at: '/States/Call/Arguments/ClientToken' }],
    },
    {
      name: 'POST',
      definition: task('arn:aws:states:::apigateway:invoke', { ApiEndpoint: 'x', Method: 'POST' }),
      ...EXPRESS,
      errors: [found()],
    },
    {
      name: 'Express children of a Standard workflow',
      definition: distributed('EXPRESS', publish, topic),
      errors: [found('Call', '/States/Each/ItemProcessor/States/Call/Resource')],
    },
    {
      name: 'a function that pays, and is given no key',
      definition: pays({ 'amount.$': '$.amount' }),
      ...EXPRESS,
      errors: [
        {
          message:
            '"Charge card" may run more than once in an Express workflow, and every repetition of "lambda:invoke" invokes the function again, which pays, and no key is handed to it by name that tells a repetition from another payment; pass the function a key that it can recognise a repetition by, such as the execution\'s Id, or make the workflow Standard, which runs each step once',
          at: '/States/Charge card/Resource',
        },
      ],
    },
    {
      name: 'a function, when asked for',
      definition: task('arn:aws:states:::lambda:invoke', { FunctionName: 'charge' }),
      options: [{ lambda: true }] as Options,
      ...EXPRESS,
      errors: [found()],
    },
    {
      name: 'in a template that says Express',
      code: `Resources:
  Signup:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: EXPRESS
      Definition:
        StartAt: Call
        States:
          Call:
            Type: Task
            Resource: arn:aws:states:::sns:publish
            Parameters: { TopicArn: !Ref Topic, Message: hello }
            End: true
`,
      filename: 'template.yaml',
      errors: [{ message: /^"Call" may run more than once/, line: 11, column: 23, endLine: 11, endColumn: 51 }],
    },
  ],
});
