import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const integration = (action: string) => `arn:aws:states:::${action}`;
const caught = (Resource: string, name: string, more: object = {}, machine: object = {}) => ({
  ...machine,
  StartAt: 'Work',
  States: {
    Work: { Type: 'Task', Resource, ...more, Catch: [{ ErrorEquals: [name], Next: 'Failed' }], End: true },
    Failed: { Type: 'Fail' },
  },
});
const lambda = 'arn:aws:lambda:us-east-1:123456789012:function:work';
const activity = 'arn:aws:states:us-east-1:123456789012:activity:review';
const put = integration('dynamodb:putItem');
const sdkPut = integration('aws-sdk:dynamodb:putItem');
/** A function that is called by `lambda:invoke`. */
const invoked = (InvocationType: string, name: string, pattern = '') =>
  caught(integration(`lambda:invoke${pattern}`), name, { Parameters: { FunctionName: 'work', InvocationType } });
const retried = (Resource: string, ErrorEquals: readonly string[]) => ({
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource, Retry: [{ ErrorEquals }], End: true } },
});
const task = (Resource: string, more: object = {}) => ({ Type: 'Task', Resource, ...more, End: true });
const parallel = (state: object, name: string) => ({
  StartAt: 'Both',
  States: {
    Both: {
      Type: 'Parallel',
      Branches: [{ StartAt: 'Inner', States: { Inner: state } }],
      Catch: [{ ErrorEquals: [name], Next: 'Failed' }],
      End: true,
    },
    Failed: { Type: 'Fail' },
  },
});
const map = (processorConfig: object, state: object, name: string, more: object = {}) => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ...more,
      ItemProcessor: { ProcessorConfig: processorConfig, StartAt: 'Inner', States: { Inner: state } },
      Catch: [{ ErrorEquals: [name], Next: 'Failed' }],
      End: true,
    },
    Failed: { Type: 'Fail' },
  },
});
const distributed = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' };
const at = '/States/Work/Catch[0]/ErrorEquals[0]';

/** A Choice behind the Catch of a Task, that asks for the name of an error. */
const asked = (Resource: string, name: string, catchers: readonly object[] = [{}], more: object = {}) => ({
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource,
      ...more,
      Catch: catchers.map((one) => ({ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Why?', ...one })),
      Next: 'Done',
    },
    'Why?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.error.Error', StringEquals: name, Next: 'Done' }],
      Default: 'Failed',
    },
    Done: { Type: 'Succeed' },
    Failed: { Type: 'Fail' },
  },
});
const atAsked = '/States/Why?/Choices[0]/StringEquals';
const get = integration('dynamodb:getItem');

/** A Task with a name it cannot fail with, and the one that is meant. */
const corrected = (Resource: string, name: string, meant: string, because: string) => ({
  name: `${Resource}: ${name}`,
  definition: caught(Resource, name),
  errors: [
    {
      message: `"Work" never fails with "${name}": ${because}; use "${meant}"`,
      at,
      suggestions: [{ messageId: 'change' as const, data: { meant }, output: caught(Resource, meant) }],
    },
  ],
});
const caughtAs = (name: string) => ({ Catch: [{ ErrorEquals: [name], Next: 'Inner' }] });
const impossible = (definition: object, message: string | RegExp, place = at) => ({
  definition,
  errors: [{ message, at: place }],
});

new AslRuleTester().run('no-impossible-errors', rule, {
  valid: [
    {
      name: 'a Choice that asks for an error of the service',
      definition: asked(get, 'DynamoDB.ResourceNotFoundException'),
    },
    { name: 'a Choice that asks for an error of a function', definition: asked(lambda, 'NotEnough') },
    { name: 'a Choice that asks for a failed job', definition: asked(get, 'States.TaskFailed') },
    {
      name: 'a Choice that asks for a timeout that there is',
      definition: asked(get, 'States.Timeout', [{}], { TimeoutSeconds: 5 }),
    },
    {
      name: 'a Choice behind two Catches, one of which brings the error',
      definition: {
        StartAt: 'Put',
        States: {
          Put: {
            Type: 'Task',
            Resource: put,
            Parameters: { TableName: 't', Item: {}, ConditionExpression: 'attribute_not_exists(id)' },
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Why?' }],
            Next: 'Work',
          },
          ...asked(get, 'DynamoDB.ConditionalCheckFailedException').States,
        },
      },
    },
    {
      name: 'a Choice that also others lead to',
      definition: {
        StartAt: 'Skip?',
        States: {
          'Skip?': {
            Type: 'Choice',
            Choices: [{ Variable: '$.skip', IsPresent: true, Next: 'Why?' }],
            Default: 'Work',
          },
          ...asked(get, 'States.Timeout').States,
        },
      },
    },
    {
      name: 'an error that is put elsewhere',
      definition: asked(get, 'Taken', [{ ResultPath: '$.failure' }]),
    },
    { name: 'names that are filled in', definition: asked(get, 'Taken', [{ ErrorEquals: ['${Errors}'] }]) },
    { name: 'a function that is waited for', definition: invoked('RequestResponse', 'OrderRefused') },
    { name: 'how it is called is filled in', definition: invoked('${Type}', 'OrderRefused') },
    { name: 'a call that cannot be queued', definition: invoked('Event', 'Lambda.TooManyRequestsException') },
    { name: 'who has the task token fails', definition: invoked('Event', 'OrderRefused', '.waitForTaskToken') },
    ...[
      'States.ALL',
      'States.TaskFailed',
      'States.Permissions',
      'States.DataLimitExceeded',
      'DynamoDB.WhateverException',
      'DynamoDB.InternalServerError',
      'States.Invented',
      '${Error}',
    ].map((name) => ({ definition: caught(put, name) })),
    { definition: caught(sdkPut, 'DynamoDb.ConditionalCheckFailedException') },
    ...(
      [
        ['aws-sdk:sfn:describeExecution', 'Sfn.ExecutionDoesNotExistException'],
        ['aws-sdk:dynamodb:transactWriteItems', 'DynamoDb.IdempotentParameterMismatchException'],
        ['aws-sdk:dynamodb:getItem', 'DynamoDb.LimitExceededException'],
        ['aws-sdk:secretsmanager:createSecret', 'SecretsManager.ResourceExistsException'],
        ['aws-sdk:secretsmanager:teleportSecret', 'SecretsManager.ResourceExistsException'],
        ['aws-sdk:s3:copyObject', 'S3.NoSuchKeyException'],
        ['aws-sdk:s3:putObject', 'S3.NoSuchBucketException'],
        ['aws-sdk:ecs:stopTask', 'Ecs.PlatformUnknownException'],
        // Describing the execution is a part of it.
        ['states:startExecution.sync:2', 'StepFunctions.ExecutionDoesNotExistException'],
        ['sqs:sendMessage.waitForTaskToken', 'SQS.MessageNotInflightException'],
      ] as const
    ).map(([call, name]) => ({ definition: caught(integration(call), name) })),
    ...[
      'MyError',
      'java.lang.Exception',
      'DynamoDB.X',
      'Lambda.Unknown',
      'Lambda.TooManyRequestsException',
      'Lambda.OfMyOwnMakingEntirely',
      'Lambda.NewerThanTheModelException',
      'Lambda.SnapStartRegenerationFailureException',
      'Sandbox.Timedout',
      'sandbox.SomethingElse',
      'ConditionalCheckFailedException',
      'software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException',
      'Account.NotFoundException',
    ].map((name) => ({
      name: `a function may raise ${name}`,
      definition: caught(lambda, name),
    })),
    { definition: caught(integration('lambda:invoke'), 'MyError') },
    { name: 'a worker chooses its errors', definition: caught(activity, 'Rejected') },
    ...[
      caught(integration('sqs:sendMessage.waitForTaskToken'), 'DynamoDB.ConditionalCheckFailedException'),
      caught(integration('lambda:invoke.waitForTaskToken'), 'DynamoDB.ConditionalCheckFailedException'),
      caught(integration('sqs:sendMessage.waitForTaskToken'), 'SQS.AmazonSQSException'),
    ].map((definition) => ({ name: 'who has the task token may pass on what a service said', definition })),
    {
      name: 'what the errors of EMR are called by its optimized integration is not on record',
      definition: caught(integration('elasticmapreduce:addStep.sync'), 'Emr.InternalServerErrorException'),
    },
    {
      name: 'and so does who has the task token',
      definition: caught(integration('sqs:sendMessage.waitForTaskToken'), 'Rejected'),
    },
    ...['States.Timeout', 'States.Http.StatusCode.500', 'ServiceException', 'Lambda.Unknown', 'Lambda.OfMyOwn'].map(
      (name) => ({
        name: `not known what is called: ${name}`,
        definition: caught('${Call}', name, { TimeoutSeconds: 5 }),
      }),
    ),
    {
      name: 'names of Lambda that a function has, too, and none of Lambda itself beside them',
      definition: retried(lambda, ['ServiceException', 'TooManyRequestsException']),
    },
    {
      name: 'a name that Lambda has not, among its errors',
      definition: retried(lambda, ['OrderException', 'Lambda.ServiceException']),
    },
    {
      name: 'what the pages of AWS say to retry',
      definition: caught(integration('states:startExecution'), 'StepFunctions.ExecutionLimitExceeded'),
    },
    { name: 'a service newer than the catalogue', definition: caught(integration('aws-sdk:brandnew:doIt'), 'Oops') },
    { name: 'a prefix that nobody has seen', definition: caught(integration('glue:startJobRun'), 'AWSGlue.X') },
    { definition: caught(put, 'States.Timeout', { TimeoutSeconds: 5 }) },
    { definition: caught(activity, 'States.Timeout', { HeartbeatSeconds: 5 }) },
    { definition: caught(put, 'States.Timeout', { TimeoutSecondsPath: '$.t' }) },
    { definition: caught(put, 'States.QueryEvaluationError', {}, { QueryLanguage: 'JSONata' }) },
    { definition: caught(integration('http:invoke'), 'States.Http.StatusCode.429') },
    { definition: caught(integration('http:invoke'), 'Events.ConnectionResource.AccessDenied') },
    { definition: parallel(task(lambda), 'MyError') },
    { definition: parallel(task(put, { TimeoutSeconds: 5 }), 'States.Timeout') },
    {
      name: 'the Catch inside takes others, or raises one itself',
      definition: parallel(task(put, caughtAs('DynamoDB.InternalServerError')), 'DynamoDB.ThrottlingException'),
    },
    {
      definition: parallel(task(put, { TimeoutSeconds: 5, ...caughtAs('States.TaskFailed') }), 'States.Timeout'),
    },
    {
      definition: parallel(
        { ...task(put), QueryLanguage: 'JSONata', ...caughtAs('States.ALL') },
        'States.QueryEvaluationError',
      ),
    },
    { definition: parallel({ Type: 'Choice', Choices: [] }, 'States.NoChoiceMatched') },
    { definition: parallel({ Type: 'Fail', Error: 'Mine' }, 'Mine') },
    { definition: parallel({ Type: 'Fail', ErrorPath: '$.error' }, 'Mine') },
    { definition: parallel({ Type: 'Fail', Error: '${Error}' }, 'Mine') },
    { definition: parallel({ Type: '${Type}' }, 'Mine') },
    { definition: parallel({ Type: 'Fail', Error: 'States.NoChoiceMatched' }, 'States.NoChoiceMatched') },
    { definition: map(distributed, task(put), 'States.ExceedToleratedFailureThreshold') },
    { definition: map(distributed, task(put), 'States.ItemReaderFailed', { ItemReader: {} }) },
    {
      name: 'the files of a Map inside',
      definition: parallel(
        { Type: 'Map', ItemReader: {}, ResultWriter: {}, ItemProcessor: { ProcessorConfig: distributed } },
        'States.ResultWriterFailed',
      ),
    },
    {
      name: 'conditions',
      definition: caught(put, 'DynamoDB.ConditionalCheckFailedException', {
        Parameters: { TableName: 't', 'ConditionExpression.$': '$.condition' },
      }),
    },
    {
      name: 'parameters that are not written out',
      definition: caught(put, 'DynamoDB.ConditionalCheckFailedException'),
    },
    {
      name: 'a statement with a condition',
      definition: caught(integration('aws-sdk:dynamodb:executeStatement'), 'DynamoDb.ConditionalCheckFailedException', {
        Parameters: { Statement: 's' },
      }),
    },
    {
      name: 'a name that is taken',
      definition: caught(integration('states:startExecution'), 'StepFunctions.ExecutionAlreadyExistsException', {
        Parameters: { 'Name.$': '$.name' },
      }),
    },
    { definition: caught(integration('http:invoke'), 'States.Http.StatusCode.302') },
    { definition: caught(integration('apigateway:invoke'), 'ApiGateway.403') },
    { definition: caught(integration('ecs:runTask.sync'), 'AmazonECS.Unknown') },
    { definition: caught(integration('events:putEvents'), 'EventBridge.FailedEntry') },
    { definition: caught(integration('aws-sdk:s3:putObject'), 'S3.S3Exception') },
    {
      name: 'an abbreviation as the Java SDK may write it',
      definition: caught(integration('aws-sdk:lambda:invoke'), 'Lambda.Ec2ThrottledException'),
    },
    {
      name: 'a common error that the model does not name',
      definition: caught(integration('aws-sdk:secretsmanager:getSecretValue'), 'SecretsManager.ThrottlingException'),
    },
    ...['Timeout', 'TaskFailed', 'Permissions'].map((name) => ({
      name: 'a name that functions give, too',
      definition: caught(lambda, name),
    })),
    {
      name: 'a name of Step Functions that a Fail inside has',
      definition: parallel({ Type: 'Fail', Error: 'ALL' }, 'ALL'),
    },
    { name: 'a name with "*" that a Fail inside has', definition: parallel({ Type: 'Fail', Error: '*' }, '*') },
    { definition: map({ Mode: '${Mode}' }, task(lambda), 'Mine') },
    { definition: map({ Mode: 'INLINE' }, task(lambda), 'Mine') },
  ],
  invalid: [
    ...[lambda, integration('lambda:invoke'), integration('lambda:invoke.waitForTaskToken'), '${Call}'].map((call) => ({
      name: `${call}: an error of Lambda without its prefix, among others of Lambda`,
      definition: retried(call, ['ServiceException', 'Lambda.TooManyRequestsException']),
      errors: [
        {
          message:
            '"Work" never fails with "ServiceException": errors of Lambda itself begin with "Lambda."; use "Lambda.ServiceException"',
          at: '/States/Work/Retry[0]/ErrorEquals[0]',
          suggestions: [
            {
              messageId: 'change' as const,
              output: retried(call, ['Lambda.ServiceException', 'Lambda.TooManyRequestsException']),
            },
          ],
        },
      ],
    })),
    {
      name: 'an error that only Lambda itself has',
      definition: retried(lambda, ['AWSLambdaException']),
      errors: [
        {
          message: /use "Lambda\.AWSLambdaException"$/,
          at: '/States/Work/Retry[0]/ErrorEquals[0]',
          suggestions: [{ messageId: 'change' as const, output: retried(lambda, ['Lambda.AWSLambdaException']) }],
        },
      ],
    },
    corrected('${Call}', 'Lambda.serviceException', 'Lambda.ServiceException', 'Lambda has no such error'),
    ...(
      [
        ['States.Timeout', 'it has no "TimeoutSeconds"; add "TimeoutSeconds"'],
        ['States.HeartbeatTimeout', 'it has no "HeartbeatSeconds"; add "HeartbeatSeconds"'],
        ['States.BranchFailed', 'only a Parallel raises it; remove it'],
        ['States.ExceedToleratedFailureThreshold', 'only a distributed Map raises it; remove it'],
      ] as const
    ).map(([name, because]) => ({
      name: `not known what is called, but no Task has ${name} like that`,
      ...impossible(caught('${Call}', name), `"Work" never fails with "${name}": ${because}`),
    })),
    ...(
      [
        ['ALL', 'States.ALL'],
        ['all', 'States.ALL'],
        ['HeartbeatTimeout', 'States.HeartbeatTimeout'],
        ['DataLimitExceeded', 'States.DataLimitExceeded'],
      ] as const
    ).map(([name, meant]) => ({
      name: `${name} without States.`,
      definition: caught(lambda, name),
      errors: [
        {
          message: `"Work" never fails with "${name}": the error of Step Functions begins with "States."; use "${meant}"`,
          at,
          suggestions: [{ messageId: 'change' as const, output: caught(lambda, meant) }],
        },
      ],
    })),
    {
      name: 'a Choice that asks for a name without its prefix',
      definition: asked(get, 'ResourceNotFoundException'),
      errors: [
        {
          message:
            '"$.error.Error" is never "ResourceNotFoundException", because "Work" never fails with it: errors of "dynamodb:getItem" begin with "DynamoDB."; use "DynamoDB.ResourceNotFoundException"',
          at: atAsked,
        },
      ],
    },
    {
      name: 'a Choice that asks for a condition that there is not',
      definition: asked(get, 'DynamoDB.ConditionalCheckFailedException'),
      errors: [{ message: /takes no condition that could fail; remove it$/, at: atAsked }],
    },
    {
      name: 'a Choice that asks for all errors',
      definition: asked(lambda, 'States.ALL'),
      errors: [
        {
          message:
            '"$.error.Error" is never "States.ALL", because it stands for all errors in a Catch, and is the name of none; let the Default take what is left',
          at: atAsked,
        },
      ],
    },
    {
      name: 'a Choice that asks for a timeout behind States.TaskFailed',
      definition: asked(lambda, 'States.Timeout', [{ ErrorEquals: ['States.TaskFailed'] }], { TimeoutSeconds: 5 }),
      errors: [
        {
          message: /takes "States\.TaskFailed", which is no timeout; add "States\.Timeout" to that Catch$/,
          at: atAsked,
        },
      ],
    },
    {
      name: 'a Choice that asks for what an earlier Catcher takes',
      definition: asked(lambda, 'Taken', [{ ErrorEquals: ['Taken'], Next: 'Failed' }, {}]),
      errors: [
        {
          message:
            '"$.error.Error" is never "Taken", because an earlier Catcher of "Work" takes it; ask for it where that Catcher leads to',
          at: atAsked,
        },
      ],
    },
    {
      name: 'a Choice that asks for an error that is invented',
      definition: asked(lambda, 'States.TimeOut'),
      errors: [{ message: /because Step Functions has no such error; use "States\.Timeout"$/, at: atAsked }],
    },
    {
      name: 'a Choice that asks for an error that is invented and like none',
      definition: asked(lambda, 'States.OutOfStock'),
      errors: [{ message: /has no such error; use a name that it has$/, at: atAsked }],
    },
    {
      name: 'a Choice in JSONata',
      definition: {
        QueryLanguage: 'JSONata',
        StartAt: 'Work',
        States: {
          Work: {
            Type: 'Task',
            Resource: get,
            Arguments: { TableName: 't', Key: {} },
            Catch: [{ ErrorEquals: ['States.ALL'], Assign: { why: '{% $states.errorOutput.Error %}' }, Next: 'Why?' }],
            Next: 'Done',
          },
          'Why?': {
            Type: 'Choice',
            Choices: [{ Condition: "{% $why = 'States.HeartbeatTimeout' %}", Next: 'Done' }],
            Default: 'Failed',
          },
          Done: { Type: 'Succeed' },
          Failed: { Type: 'Fail' },
        },
      },
      errors: [
        {
          message:
            '"$why" is never "States.HeartbeatTimeout", because "Work" never fails with it: it has no "HeartbeatSeconds"; add "HeartbeatSeconds"',
          at: '/States/Why?/Choices[0]/Condition',
          find: "'States.HeartbeatTimeout'",
        },
      ],
    },
    {
      name: 'a call that is only queued',
      definition: invoked('Event', 'OrderRefused'),
      errors: [
        {
          message:
            '"Work" never fails with "OrderRefused": with "InvocationType" "Event" Lambda only queues the call, and what the function throws later comes to no state; leave "InvocationType" out to wait for the function, or remove the name',
          at,
        },
      ],
    },
    corrected(
      integration('glue:startJobRun.sync'),
      'GLUE.ConcurrentRunsExceededException',
      'Glue.ConcurrentRunsExceededException',
      'errors of "glue:startJobRun" begin with "Glue."',
    ),
    corrected(
      put,
      'ConditionalCheckFailedException',
      'DynamoDB.ConditionalCheckFailedException',
      'errors of "dynamodb:putItem" begin with "DynamoDB."',
    ),
    corrected(
      put,
      'DynamoDb.ConditionalCheckFailedException',
      'DynamoDB.ConditionalCheckFailedException',
      'errors of "dynamodb:putItem" begin with "DynamoDB."',
    ),
    corrected(
      put,
      'com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException',
      'DynamoDB.ConditionalCheckFailedException',
      'errors of "dynamodb:putItem" begin with "DynamoDB."',
    ),
    corrected(
      sdkPut,
      'DynamoDB.ConditionalCheckFailedException',
      'DynamoDb.ConditionalCheckFailedException',
      'errors of "aws-sdk:dynamodb:putItem" begin with "DynamoDb."',
    ),
    corrected(
      sdkPut,
      'ThrottlingException',
      'DynamoDb.ThrottlingException',
      'errors of "aws-sdk:dynamodb:putItem" begin with "DynamoDb."',
    ),
    corrected(
      integration('aws-sdk:s3:getObject'),
      'S3.NoSuchKey',
      'S3.NoSuchKeyException',
      'errors of "aws-sdk:s3:getObject" end with "Exception"',
    ),
    corrected(
      integration('sqs:sendMessage'),
      'TaskFailed',
      'States.TaskFailed',
      'errors of "sqs:sendMessage" begin with "SQS."',
    ),
    corrected(
      put,
      'DynamoDB.ConditionalCheckFailedExeption',
      'DynamoDB.ConditionalCheckFailedException',
      '"dynamodb:putItem" has no such error',
    ),
    corrected(
      integration('aws-sdk:textract:detectDocumentText'),
      'Textract.ThrotlingException',
      'Textract.ThrottlingException',
      '"aws-sdk:textract:detectDocumentText" has no such error',
    ),
    corrected(
      integration('aws-sdk:dynamodb:transactWriteItems'),
      'DynamoDb.TransactionCancelledException',
      'DynamoDb.TransactionCanceledException',
      '"aws-sdk:dynamodb:transactWriteItems" has no such error',
    ),
    impossible(
      caught(lambda, 'Lambda.*'),
      '"Work" never fails with "Lambda.*": names are compared letter by letter, and "*" stands for nothing else; list the errors that are meant, or use "States.TaskFailed"',
    ),
    corrected(
      integration('apigateway:invoke'),
      'ApiGateway.StatusCode.503',
      'ApiGateway.503',
      'errors of "apigateway:invoke" that are answers have the status alone',
    ),
    corrected(lambda, 'Lambda.TooManyRequests', 'Lambda.TooManyRequestsException', 'Lambda has no such error'),
    corrected(lambda, 'Lambda.UnknownError', 'Lambda.Unknown', 'Lambda has no such error'),
    corrected(lambda, 'Sandbox.TimedOut', 'Sandbox.Timedout', 'no runtime of Lambda has such an error'),
    ...[lambda, integration('lambda:invoke')].map((resource) =>
      impossible(
        caught(resource, 'DynamoDB.ConditionalCheckFailedException'),
        '"Work" never fails with "DynamoDB.ConditionalCheckFailedException": only Tasks that call "dynamodb" fail with it, and what a function throws goes by its own name; use that, such as "ConditionalCheckFailedException"',
      ),
    ),
    impossible(caught(lambda, 'S3.NoSuchKey'), /only Tasks that call "s3" fail with it/),
    impossible(
      caught(integration('athena:startQueryExecution'), 'Glue.EntityNotFoundException'),
      '"Work" never fails with "Glue.EntityNotFoundException": errors of "athena:startQueryExecution" begin with their service; use one of its errors, or remove the name',
    ),
    corrected(
      integration('sqs:sendMessage.waitForTaskToken'),
      'Sqs.SdkClientException',
      'SQS.SdkClientException',
      'errors of "sqs:sendMessage" begin with "SQS."',
    ),
    impossible(
      caught(lambda, 'Lambda.TimeoutException'),
      '"Work" never fails with "Lambda.TimeoutException": Lambda has no such error, and a function that runs out of time fails with "Sandbox.Timedout" or "Lambda.Unknown"; use these',
    ),
    impossible(
      caught(integration('lambda:invoke'), 'Lambda.FunctionError'),
      '"Work" never fails with "Lambda.FunctionError": Lambda has no such error, and what a function throws goes by its own name; use that, or "States.TaskFailed"',
    ),
    {
      definition: caught(integration('athena:startQueryExecution.sync'), 'Athena.QueryFailedException'),
      errors: [
        {
          message:
            '"Work" never fails with "Athena.QueryFailedException": "athena:startQueryExecution" has no such error, and when the job fails it raises "States.TaskFailed"; use "States.TaskFailed", and look into the "Cause" for the error',
          at,
          suggestions: [
            {
              messageId: 'change',
              output: caught(integration('athena:startQueryExecution.sync'), 'States.TaskFailed'),
            },
          ],
        },
      ],
    },
    corrected(lambda, 'Lambda.TooManyRequestException', 'Lambda.TooManyRequestsException', 'Lambda has no such error'),
    corrected(
      integration('http:invoke'),
      'Http.StatusCode.429',
      'States.Http.StatusCode.429',
      'errors of an HTTP task begin with "States.Http." or "Events.ConnectionResource."',
    ),
    {
      name: 'what a nested execution fails with',
      definition: caught(integration('states:startExecution.sync:2'), 'PaymentDeclined'),
      errors: [
        {
          message:
            '"Work" never fails with "PaymentDeclined": errors of "states:startExecution" begin with "StepFunctions.", and when the execution that it starts fails it raises "States.TaskFailed"; use "States.TaskFailed", and look into the "Cause" for the error',
          at,
          suggestions: [
            { messageId: 'change', output: caught(integration('states:startExecution.sync:2'), 'States.TaskFailed') },
          ],
        },
      ],
    },
    impossible(
      caught(put, 'Lambda.ServiceException'),
      '"Work" never fails with "Lambda.ServiceException": errors of "dynamodb:putItem" begin with "DynamoDB."; use one of its errors, or remove the name',
    ),
    impossible(
      caught(put, 'ErrorA'),
      '"Work" never fails with "ErrorA": errors of "dynamodb:putItem" begin with "DynamoDB."; use one of its errors, or remove the name',
    ),
    impossible(
      caught(integration('glue:startJobRun'), 'EntityNotFoundException'),
      /begin with their service; use one of its errors/,
    ),
    impossible(
      caught(integration('http:invoke'), 'TooManyRequests'),
      /use a name such as "States\.Http\.StatusCode\.429"$/,
    ),
    impossible(
      caught(integration('ecs:runTask'), 'ServerException'),
      /begin with "AmazonECS\." or "ECS\."; use one of its errors/,
    ),
    impossible(
      caught(put, 'States.Timeout'),
      '"Work" never fails with "States.Timeout": it has no "TimeoutSeconds"; add "TimeoutSeconds"',
    ),
    impossible(
      caught(put, 'States.Timeout', {}, { TimeoutSeconds: 60 }),
      '"Work" never fails with "States.Timeout": it has no "TimeoutSeconds", and the "TimeoutSeconds" of the state machine ends the execution without asking any Catch; add "TimeoutSeconds"',
    ),
    impossible(caught(activity, 'States.HeartbeatTimeout', { TimeoutSeconds: 5 }), /it has no "HeartbeatSeconds"; add/),
    impossible(caught(lambda, 'States.Runtime'), /neither retries nor catches it/),
    impossible(
      map(distributed, task(put), 'States.ItemReaderFailed'),
      '"Each" never fails with "States.ItemReaderFailed": only a distributed Map with "ItemReader" raises it; remove it',
      '/States/Each/Catch[0]/ErrorEquals[0]',
    ),
    impossible(
      map(distributed, task(put), 'States.ResultWriterFailed', { ItemReader: {} }),
      /only a distributed Map with "ResultWriter" raises it/,
      '/States/Each/Catch[0]/ErrorEquals[0]',
    ),
    impossible(
      caught(put, 'DynamoDB.ConditionalCheckFailedException', { Parameters: { TableName: 't' } }),
      '"Work" never fails with "DynamoDB.ConditionalCheckFailedException": it has no "ConditionExpression"; add the condition',
    ),
    impossible(
      caught(integration('aws-sdk:dynamodb:query'), 'DynamoDb.ConditionalCheckFailedException'),
      /"dynamodb:query" takes no condition that could fail; remove it$/,
    ),
    impossible(
      caught(integration('aws-sdk:secretsmanager:getSecretValue'), 'SecretsManager.ResourceExistsException'),
      '"Work" never fails with "SecretsManager.ResourceExistsException": "secretsmanager:getSecretValue" does not raise it, only other actions of the service do; use one of its own errors, or remove the name',
    ),
    ...(
      [
        ['aws-sdk:s3:putObject', 'S3.NoSuchKeyException'],
        ['sqs:sendMessage', 'SQS.MessageNotInflightException'],
        ['states:startExecution', 'StepFunctions.ExecutionDoesNotExistException'],
        ['glue:startJobRun.sync', 'Glue.CrawlerRunningException'],
      ] as const
    ).map(([call, name]) => impossible(caught(integration(call), name), /does not raise it, only other actions /)),
    impossible(
      caught(sdkPut, 'DynamoDb.TransactionCanceledException'),
      /"dynamodb:putItem" is no transaction; remove it$/,
    ),
    impossible(
      caught(integration('states:startExecution'), 'StepFunctions.ExecutionAlreadyExistsException', {
        Parameters: { StateMachineArn: 'a' },
      }),
      /without a "Name" each execution gets one of its own; add a "Name"$/,
    ),
    impossible(
      caught(integration('http:invoke'), 'States.Http.StatusCode.204'),
      '"Work" never fails with "States.Http.StatusCode.204": 204 is no failure of an HTTP task; ask for the status in a Choice',
    ),
    corrected(
      integration('states:startExecution'),
      'StepFunctions.ExecutionAlreadyExists',
      'StepFunctions.ExecutionAlreadyExistsException',
      'errors of "states:startExecution" end with "Exception"',
    ),
    corrected(
      integration('aws-sdk:rds:describeDBInstances'),
      'Rds.DBInstanceNotFoundFault',
      'Rds.DbInstanceNotFoundException',
      'errors of "aws-sdk:rds:describeDBInstances" end with "Exception"',
    ),
    corrected(
      integration('aws-sdk:rds:describeDBInstances'),
      'Rds.DBInstanceNotFoundException',
      'Rds.DbInstanceNotFoundException',
      'errors of "aws-sdk:rds:describeDBInstances" have abbreviations as words',
    ),
    corrected(
      integration('aws-sdk:s3:copyObject'),
      'S3.AmazonS3Exception',
      'S3.S3Exception',
      'errors of "aws-sdk:s3:copyObject" go by version 2 of the Java SDK',
    ),
    corrected(
      integration('sqs:sendMessage'),
      'SQS.SqsException',
      'SQS.AmazonSQSException',
      'errors of "sqs:sendMessage" go by version 1 of the Java SDK',
    ),
    corrected(
      integration('sqs:sendMessage'),
      'Sqs.SqsException',
      'SQS.AmazonSQSException',
      'errors of "sqs:sendMessage" begin with "SQS."',
    ),
    corrected(
      integration('sns:publish'),
      'Sns.Throttled',
      'SNS.ThrottledException',
      'errors of "sns:publish" begin with "SNS."',
    ),
    corrected(
      integration('glue:startJobRun'),
      'Glue.ConcurrentRunsExceeded',
      'Glue.ConcurrentRunsExceededException',
      'errors of "glue:startJobRun" end with "Exception"',
    ),
    corrected(
      integration('aws-sdk:lambda:invoke'),
      'Lambda.AWSLambdaException',
      'Lambda.LambdaException',
      'errors of "aws-sdk:lambda:invoke" go by version 2 of the Java SDK',
    ),
    {
      definition: caught(integration('glue:startJobRun.sync'), 'Glue.JobRunFailed'),
      errors: [
        {
          message: /when the job fails it raises "States\.TaskFailed"; use "States\.TaskFailed", and look into/,
          at,
          suggestions: [
            {
              messageId: 'change',
              data: { meant: 'States.TaskFailed' },
              output: caught(integration('glue:startJobRun.sync'), 'States.TaskFailed'),
            },
          ],
        },
      ],
    },
    impossible(caught(put, 'States.NoChoiceMatched'), /it is no Choice; remove it$/),
    impossible(caught(put, 'States.BranchFailed'), /only a Parallel raises it/),
    impossible(caught(put, 'States.ItemReaderFailed'), /only a distributed Map with "ItemReader" raises it/),
    impossible(caught(put, 'States.QueryEvaluationError'), /only states in JSONata raise it/),
    impossible(
      caught(put, 'States.IntrinsicFailure', {}, { QueryLanguage: 'JSONata' }),
      /only states in JSONPath raise it; use "States\.QueryEvaluationError"$/,
    ),
    impossible(caught(put, 'States.Http.StatusCode.429'), /only an HTTP task/),
    ...[
      parallel(task(put, caughtAs('States.ALL')), 'DynamoDB.ThrottlingException'),
      parallel(task(put, caughtAs('States.TaskFailed')), 'DynamoDB.ThrottlingException'),
      parallel(task(put, { TimeoutSeconds: 9, ...caughtAs('States.Timeout') }), 'States.Timeout'),
      parallel({ ...parallel({ Type: 'Fail', Error: 'Mine' }, 'Mine').States.Both, ...caughtAs('Mine') }, 'Mine'),
    ].map((definition) =>
      impossible(
        definition,
        /: what fails with that inside has a Catch for it; remove the name, or that Catch$/,
        '/States/Both/Catch[0]/ErrorEquals[0]',
      ),
    ),
    impossible(
      parallel(task(put), 'Mine'),
      /^"Both" never fails with "Mine": no state inside/,
      '/States/Both/Catch[0]/ErrorEquals[0]',
    ),
    impossible(
      parallel(task(lambda), 'States.Timeout'),
      /no Task inside has "TimeoutSeconds"/,
      '/States/Both/Catch[0]/ErrorEquals[0]',
    ),
    impossible(
      parallel(task(lambda), 'States.HeartbeatTimeout'),
      /no Task inside has "HeartbeatSeconds"/,
      '/States/Both/Catch[0]/ErrorEquals[0]',
    ),
    impossible(
      parallel(task(lambda), 'States.NoChoiceMatched'),
      /there is no Choice inside/,
      '/States/Both/Catch[0]/ErrorEquals[0]',
    ),
    {
      name: 'the error of a Fail in the items of a distributed Map',
      definition: map(distributed, { Type: 'Fail', Error: 'Mine' }, 'Mine'),
      errors: [
        {
          message: /^"Each" never fails with "Mine": a distributed Map whose items fail raises/,
          at: '/States/Each/Catch[0]/ErrorEquals[0]',
          suggestions: [
            {
              messageId: 'change',
              output: map(distributed, { Type: 'Fail', Error: 'Mine' }, 'States.ExceedToleratedFailureThreshold'),
            },
          ],
        },
      ],
    },
    {
      name: 'what the items of a distributed Map fail with',
      definition: map(distributed, task(lambda), 'Mine'),
      errors: [
        {
          message: /whatever the errors of the items are; use that name$/,
          at: '/States/Each/Catch[0]/ErrorEquals[0]',
          suggestions: [
            {
              messageId: 'change',
              output: map(distributed, task(lambda), 'States.ExceedToleratedFailureThreshold'),
            },
          ],
        },
      ],
    },
    {
      name: 'in a Retrier of a template',
      code: `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Call
        States:
          Call:
            Type: Task
            Resource: !Sub arn:\${AWS::Partition}:states:::dynamodb:putItem
            Parameters: { TableName: !Ref Table, Item: {} }
            Retry:
              - ErrorEquals: [ThrottlingException]
            End: true
`,
      filename: 'template.yaml',
      errors: [
        {
          message: /use "DynamoDB\.ThrottlingException"$/,
          line: 13,
          column: 31,
          endLine: 13,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'change',
              output: `Resources:
  Orders:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Call
        States:
          Call:
            Type: Task
            Resource: !Sub arn:\${AWS::Partition}:states:::dynamodb:putItem
            Parameters: { TableName: !Ref Table, Item: {} }
            Retry:
              - ErrorEquals: [DynamoDB.ThrottlingException]
            End: true
`,
            },
          ],
        },
      ],
    },
  ],
});
