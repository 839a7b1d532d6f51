import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const call = (action: string, Parameters: object, ErrorEquals: string[] = ['States.ALL'], more: object = {}) => ({
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: `arn:aws:states:::${action}`,
      Parameters,
      Retry: [{ ErrorEquals: ['Mine'] }, { ErrorEquals, ...more }],
      End: true,
    },
  },
});
const queue = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/orders', MessageBody: 'paid' };
const fifo = {
  QueueUrl: 'https://sqs.us-east-1.amazonaws.com/1/orders.fifo',
  MessageBody: 'paid',
  MessageGroupId: 'a',
};
const count = { TableName: 't', Key: {}, UpdateExpression: 'SET n = n + :one' };
const at = '/States/Call/Retry[1]/ErrorEquals[0]';

const around = (Type: 'Parallel' | 'Map', Retry: object[], inside: object) => ({
  StartAt: 'All',
  States: {
    All: { Type, ...(Type === 'Map' ? { ItemProcessor: inside } : { Branches: [inside] }), Retry, End: true },
  },
});

const paying = (name: string, given: object, error = 'States.TaskFailed', more: object = {}) => ({
  StartAt: name,
  States: {
    [name]: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', ...given },
      Retry: [{ ErrorEquals: [error], ...more }],
      End: true,
    },
  },
});

const inJsonata = (action: string, Arguments: unknown) => ({
  QueryLanguage: 'JSONata',
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: `arn:aws:states:::${action}`,
      Arguments,
      Retry: [{ ErrorEquals: ['States.ALL'] }],
      End: true,
    },
  },
});
const updated = "'UpdateExpression': 'SET n = n + :one'";

const timed = (machine: ReturnType<typeof call>) => ({
  ...machine,
  States: { Call: { ...machine.States.Call, TimeoutSeconds: 30 } },
});

const post = { ApiEndpoint: 'https://x.example', Method: 'POST' };

new AslRuleTester().run('no-unrepeatable-retry', rule, {
  valid: [
    {
      name: 'a key that stays',
      definition: call('lambda:invoke', { FunctionName: 'f', Payload: { 'idempotencyKey.$': '$$.Execution.Name' } }),
    },
    {
      name: 'another token for each start of a job',
      definition: call('ecs:runTask.sync', { TaskDefinition: 't', 'ClientToken.$': 'States.UUID()' }),
    },
    {
      name: 'a key that is made anew, and no other attempt',
      definition: paying('Notify', { Payload: { 'idempotencyKey.$': 'States.UUID()' } }, 'Mine', { MaxAttempts: 0 }),
    },
    {
      name: 'a payment that is written out',
      definition: paying('DebitPayer', { Payload: { order: '17' } }),
    },
    {
      name: 'a timeout that the state has not',
      definition: call('sns:publish', { TopicArn: 't', Message: 'm' }, ['States.Timeout']),
    },
    {
      name: 'one expression that says so with a condition',
      definition: inJsonata(
        'dynamodb:updateItem',
        `{% {'TableName': 't', 'Key': $states.input.key, ${updated}, 'ConditionExpression': 'n = :n'} %}`,
      ),
    },
    {
      name: 'one expression of which a part is not known',
      definition: inJsonata('dynamodb:updateItem', `{% $merge([$base, {${updated}}]) %}`),
    },
    {
      name: 'what is inside bears repetition',
      definition: around('Map', [{ ErrorEquals: ['States.ALL'] }], {
        StartAt: 'Save',
        States: {
          Save: {
            Type: 'Task',
            Resource: 'arn:aws:states:::dynamodb:putItem',
            Parameters: { TableName: 't', Item: {} },
            End: true,
          },
        },
      }),
    },
    {
      name: 'after one error only',
      definition: around('Parallel', [{ ErrorEquals: ['Busy'] }], call('sqs:sendMessage', queue, ['Mine'])),
    },
    { name: 'only what did nothing', definition: call('sqs:sendMessage', queue, ['SQS.RequestThrottledException']) },
    { name: 'one message', definition: call('sqs:sendMessage', { ...fifo, 'MessageDeduplicationId.$': '$.order' }) },
    { name: 'the same item', definition: call('dynamodb:putItem', { TableName: 't', Item: {} }) },
    { name: 'sets a value', definition: call('dynamodb:updateItem', { ...count, UpdateExpression: 'SET n = :n' }) },
    {
      name: 'counts under a condition',
      definition: call('dynamodb:updateItem', { ...count, ConditionExpression: 'n < :n' }),
    },
    { name: 'reads', definition: call('aws-sdk:dynamodb:query', { TableName: 't' }) },
    { name: 'a function may recognise a repetition', definition: call('lambda:invoke', { FunctionName: 'f' }) },
    ...[
      { Payload: { 'amount.$': '$.amount', 'idempotencyKey.$': '$.key' } },
      { Payload: { amount: 1, order: { 'id.$': '$.order' } } },
      { Payload: { 'amount.$': '$.amount', 'for.$': '$.order.orderId' } },
      { Payload: { 'amount.$': '$.amount', 'who.$': '$.customerOrderId' } },
      { Payload: { 'amount.$': '$.amount', 'run.$': '$$.Execution.Name' } },
      { Payload: { amount: '${Amount}' } },
      { Payload: { 'amount.$': '$.amount', 'order.$': '$.order' } },
      { 'Payload.$': '$' },
      {},
    ].map((given) => ({
      name: 'a function that is given a key to pay once',
      definition: paying('Charge card', given),
    })),
    ...['Process payment result', 'Payment failed', 'Check payment', 'Process order'].map((name) => ({
      name: `${name} pays nothing`,
      definition: paying(name, { Payload: { 'amount.$': '$.amount' } }),
    })),
    {
      name: 'a payment that Lambda refused',
      definition: paying('Charge card', { Payload: { 'amount.$': '$.amount' } }, 'Lambda.TooManyRequestsException'),
    },
    { name: 'a job that failed is started again', definition: call('batch:submitJob.sync', {}) },
    { name: 'a callback', definition: call('sqs:sendMessage.waitForTaskToken', queue) },
    { name: 'never tried again', definition: call('sqs:sendMessage', queue, ['States.ALL'], { MaxAttempts: 0 }) },
    { name: 'with a token', definition: call('ecs:runTask', { TaskDefinition: 'd', 'ClientToken.$': '$.token' }) },
    { name: 'in Express a finding of its own', definition: call('sqs:sendMessage', queue), type: 'EXPRESS' },
    { name: 'a name that is filled in', definition: call('sqs:sendMessage', queue, ['${Error}']) },
    {
      name: 'POST that is refused before it is done',
      definition: call('http:invoke', { ApiEndpoint: 'https://x.example', Method: 'POST' }, [
        'States.Http.StatusCode.429',
        'States.Http.StatusCode.503',
      ]),
    },
    {
      name: 'POST with a key in its body',
      definition: call('http:invoke', { ...post, RequestBody: { payment: { 'idempotency_key.$': '$.orderId' } } }),
    },
    {
      name: 'POST of what is made from the Id of the execution',
      definition: call('http:invoke', { ...post, RequestBody: { 'reference.$': '$$.Execution.Id' } }),
    },
    { name: 'GET', definition: call('http:invoke', { ApiEndpoint: 'https://x.example', Method: 'GET' }) },
  ],
  invalid: [
    {
      name: 'a function that pays, and is given no key',
      definition: paying('Charge card', { Payload: { 'amount.$': '$.amount', 'cardToken.$': '$.cardToken' } }),
      errors: [
        {
          message:
            '"Charge card" is tried again after "States.TaskFailed", even when the call was carried out and only its answer was lost, and every repetition of "lambda:invoke" invokes the function again, which pays, and no key is handed to it by name that tells a repetition from another payment; pass the function a key that it can recognise a repetition by, such as the execution\'s Id, or retry only errors that say that nothing was done, such as throttling',
          at: '/States/Charge card/Retry[0]/ErrorEquals[0]',
        },
      ],
    },
    ...[
      { Payload: { amount: 1, currency: 'EUR' } },
      { Payload: { 'amount.$': '$.amount', 'customerId.$': '$.customerId' } },
      { Payload: { 'amount.$': '$.amount', 'accountNumber.$': '$.accountNumber' } },
    ].map((given) => ({
      name: 'who pays is no key',
      definition: paying('ProcessPayment', given),
      errors: [{ messageId: 'repeated' as const, at: '/States/ProcessPayment/Retry[0]/ErrorEquals[0]' }],
    })),
    {
      name: 'such a function by its ARN',
      definition: {
        StartAt: 'Take payment',
        States: {
          'Take payment': {
            Type: 'Task',
            Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f',
            Parameters: { 'amount.$': '$.amount' },
            TimeoutSeconds: 9,
            Retry: [{ ErrorEquals: ['States.Timeout'] }],
            End: true,
          },
        },
      },
      errors: [{ messageId: 'repeated', at: '/States/Take payment/Retry[0]/ErrorEquals[0]' }],
    },
    {
      name: 'a Parallel around it',
      definition: around('Parallel', [{ ErrorEquals: ['States.ALL'] }], call('sqs:sendMessage', queue, ['Mine'])),
      errors: [
        {
          message:
            /^"All" is tried again as a whole after "States.ALL", and "Call" inside with it, even when it was carried out, and every repetition of "sqs:sendMessage" .*, or retry the states inside instead$/,
          at: '/States/All/Retry[0]/ErrorEquals[0]',
        },
      ],
    },
    {
      name: 'a Map around it',
      definition: around(
        'Map',
        [{ ErrorEquals: ['States.TaskFailed'] }],
        call('sns:publish', { TopicArn: 't' }, ['Mine']),
      ),
      errors: [{ messageId: 'inside', at: '/States/All/Retry[0]/ErrorEquals[0]' }],
    },
    {
      name: 'a message',
      definition: call('sqs:sendMessage', queue),
      errors: [
        {
          message:
            '"Call" is tried again after "States.ALL", even when the call was carried out and only its answer was lost, and every repetition of "sqs:sendMessage" sends the message again; let the consumer drop what it has seen, by a key in the message, or retry only errors that say that nothing was done, such as throttling',
          at,
        },
      ],
    },
    {
      name: 'a counter',
      definition: call('dynamodb:updateItem', count, ['States.TaskFailed']),
      errors: [{ message: /does "SET n = n \+ :one" once more/, at }],
    },
    {
      name: 'after a timeout',
      definition: timed(call('sns:publish', { TopicArn: 't', Message: 'm' }, ['States.Timeout'])),
      errors: [{ message: /^"Call" is tried again after "States\.Timeout"/, at }],
    },
    {
      name: 'without the token',
      definition: call('ecs:runTask', { TaskDefinition: 'd' }),
      errors: [{ message: /set "ClientToken"/, at }],
    },
    {
      name: 'with a token that is another one each time',
      definition: call('sqs:sendMessage', { ...fifo, 'MessageDeduplicationId.$': 'States.UUID()' }),
      errors: [{ message: /from States\.UUID\(\)/, at }],
    },
    {
      name: 'POST',
      definition: call('http:invoke', { ApiEndpoint: 'https://x.example', Method: 'POST' }),
      errors: [{ message: /sends the POST again/, at }],
    },
    {
      name: 'POST with a key in its body that is another one each time',
      definition: call('http:invoke', { ...post, RequestBody: { payment: { 'idempotency_key.$': 'States.UUID()' } } }),
      errors: [{ message: /gets another "RequestBody\.payment\.idempotency_key" at each attempt/, at }],
    },
    {
      name: 'POST after an answer that does not tell',
      definition: call('http:invoke', { ApiEndpoint: 'https://x.example', Method: 'POST' }, [
        'States.Http.StatusCode.429',
        'States.Http.StatusCode.502',
      ]),
      errors: [{ message: /after "States\.Http\.StatusCode\.502"/, at: '/States/Call/Retry[1]/ErrorEquals[1]' }],
    },
    {
      name: 'POST without an answer',
      definition: call('http:invoke', { ApiEndpoint: 'https://x.example', Method: 'POST' }, ['States.Http.Socket']),
      errors: [{ messageId: 'repeated', at }],
    },
    {
      name: 'a token that is made anew at each attempt, though the errors say that nothing was done',
      definition: call(
        'aws-sdk:ec2:runInstances',
        { ImageId: 'ami', MinCount: 1, MaxCount: 1, 'ClientToken.$': 'States.UUID()' },
        ['Ec2.Ec2Exception'],
      ),
      errors: [
        {
          message:
            '"Call" gets another "ClientToken" whenever it is tried again, from "States.UUID()", so that no repetition is recognised by it; make it from the Id of the execution and the name of the state, or let an earlier state make it',
          at: '/States/Call/Parameters/ClientToken.$',
        },
      ],
    },
    {
      name: 'a key for a function that is made of the number of the attempt',
      definition: call(
        'lambda:invoke',
        { FunctionName: 'f', Payload: { id: 1, 'idempotencyKey.$': "States.Format('{}', $$.State.RetryCount)" } },
        ['Lambda.SdkClientException'],
      ),
      errors: [{ message: /from "\$\$\.State\.RetryCount"/, at: '/States/Call/Parameters/Payload/idempotencyKey.$' }],
    },
    {
      name: 'a key in a list, in JSONata',
      definition: inJsonata('lambda:invoke', { FunctionName: 'f', Payload: [{ idempotency_key: '{% $uuid() %}' }] }),
      errors: [{ messageId: 'renewed', at: '/States/Call/Arguments/Payload[0]/idempotency_key' }],
    },
    {
      name: 'a payment with what is to be done, the same for all',
      definition: paying('DebitPayer', { Payload: { op: 'debit', 'amount.$': '$.amount' } }),
      errors: [{ messageId: 'repeated', at: '/States/DebitPayer/Retry[0]/ErrorEquals[0]' }],
    },
    {
      name: 'an e-mail, for which there is no remedy',
      definition: call('aws-sdk:sesv2:sendEmail', { Content: {} }),
      errors: [{ message: /sends the e-mail again; retry only errors/, at }],
    },
    {
      name: 'one expression that writes out the arguments',
      definition: inJsonata('dynamodb:updateItem', `{% {'TableName': 't', 'Key': $states.input.key, ${updated}} %}`),
      errors: [{ message: /does "SET n = n \+ :one" once more/, at: '/States/Call/Retry[0]/ErrorEquals[0]' }],
    },
    {
      name: 'objects that are merged',
      definition: inJsonata('dynamodb:updateItem', `{% $merge([{'TableName': 't'}, {${updated}}]) %}`),
      errors: [{ message: /does "SET n = n \+ :one" once more/, at: '/States/Call/Retry[0]/ErrorEquals[0]' }],
    },
    {
      name: 'a key that is made anew inside of an expression',
      definition: inJsonata('dynamodb:putItem', "{% {'TableName': 't', 'Item': {'id': {'S': $uuid()}}} %}"),
      errors: [
        {
          message: /gets another "Item\.id" at each attempt, from \$uuid\(\)/,
          at: '/States/Call/Retry[0]/ErrorEquals[0]',
        },
      ],
    },
    {
      name: 'in JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::events:putEvents',
            Arguments: { Entries: [] },
            Retry: [{ ErrorEquals: ['States.ALL'] }],
            End: true,
          },
        },
      },
      errors: [{ message: /sends the events again/, at: '/States/Call/Retry[0]/ErrorEquals[0]' }],
    },
  ],
});
