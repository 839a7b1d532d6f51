import { idempotencyOf, parseResource, type Idempotency } from '../../../src/services';
import { parseText } from '../../../src/text';

/** `name` is what follows `arn:aws:states:::`, or a whole Resource. */
function idempotency(name: string, parameters?: unknown): Idempotency {
  const resource = parseResource(/^(arn:|\$)/.test(name) ? name : `arn:aws:states:::${name}`);
  return idempotencyOf(resource, parameters === undefined ? undefined : located(parameters));
}

const located = (value: unknown) => parseText(JSON.stringify(value), 'json').root;

const verdict = ({ class: className, repeatable }: Idempotency) => [className, repeatable];

type Row = [action: string, className: string, repeatable: boolean | 'unknown'];

// Parameters without a member that makes a difference.
test.each<Row>([
  // dynamodb
  ...each(
    'aws-sdk:dynamodb',
    ['getItem', 'query', 'scan', 'batchGetItem', 'transactGetItems', 'describeTable'],
    'R',
    true,
  ),
  ...each('aws-sdk:dynamodb', ['putItem', 'deleteItem', 'batchWriteItem'], 'I', true),
  ['aws-sdk:dynamodb:executeTransaction', 'C', 'unknown'],
  ['dynamodb:putItem', 'I', true],
  // messages
  ['sqs:sendMessage', 'N', false],
  ['sns:publish', 'N', false],
  ...each('aws-sdk:sqs', ['deleteMessage', 'changeMessageVisibility', 'purgeQueue'], 'I', true),
  ['aws-sdk:sqs:receiveMessage', 'N', false],
  ...each('aws-sdk:sns', ['createTopic', 'subscribe', 'createPlatformEndpoint'], 'I', true),
  ['events:putEvents', 'N', false],
  ...each('aws-sdk:eventbridge', ['putRule', 'putTargets', 'removeTargets', 'enableRule', 'disableRule'], 'I', true),
  ...each('aws-sdk:ses', ['sendEmail', 'sendTemplatedEmail'], 'N', false),
  ...each('aws-sdk:sesv2', ['sendEmail', 'sendBulkEmail'], 'N', false),
  ...each('aws-sdk:kinesis', ['putRecord', 'putRecords'], 'N', false),
  ...each('aws-sdk:firehose', ['putRecord', 'putRecordBatch'], 'N', false),
  ['aws-sdk:iotdataplane:publish', 'N', false],
  // lambda
  ['lambda:invoke', 'N', false],
  ...each('aws-sdk:lambda', ['putFunctionConcurrency', 'updateFunctionConfiguration', 'tagResource'], 'I', true),
  // sfn
  ['states:startExecution', 'T', false],
  ['states:startExecution.sync:2', 'T', false],
  ['aws-sdk:sfn:startSyncExecution', 'N', false],
  ...each('aws-sdk:sfn', ['sendTaskSuccess', 'sendTaskFailure'], 'C', true),
  ...each('aws-sdk:sfn', ['stopExecution', 'createStateMachine', 'createActivity'], 'I', true),
  ['aws-sdk:sfn:redriveExecution', 'T', false],
  ['aws-sdk:sfn:getActivityTask', 'N', false],
  // jobs
  ['ecs:runTask.sync', 'T', false],
  ['aws-sdk:ecs:startTask', 'N', false],
  ...each('aws-sdk:ecs', ['updateService', 'stopTask', 'deleteService'], 'I', true),
  ['batch:submitJob', 'N', false],
  ...each('aws-sdk:batch', ['terminateJob', 'cancelJob'], 'I', true),
  ['glue:startJobRun.sync', 'N', false],
  ['aws-sdk:glue:startCrawler', 'C', true],
  ['aws-sdk:glue:startWorkflowRun', 'N', false],
  ['databrew:startJobRun', 'N', false],
  ['athena:startQueryExecution', 'T', false],
  ['athena:stopQueryExecution', 'I', true],
  ['elasticmapreduce:createCluster', 'N', false],
  ['elasticmapreduce:addStep', 'N', false],
  ['elasticmapreduce:terminateCluster', 'I', true],
  ['elasticmapreduce:setClusterTerminationProtection', 'I', true],
  ...each('emr-serverless', ['startJobRun', 'createApplication'], 'T', false),
  ...each('emr-serverless', ['startApplication', 'stopApplication', 'cancelJobRun'], 'I', true),
  ...each('emr-containers', ['startJobRun', 'createVirtualCluster'], 'T', false),
  ['aws-sdk:sagemaker:startPipelineExecution', 'T', false],
  ['sagemaker:updateEndpoint', 'I', true],
  ...each('codebuild', ['startBuild', 'startBuildBatch', 'retryBuildBatch'], 'T', false),
  ['codebuild:batchDeleteBuilds', 'I', true],
  ['codebuild:batchGetReports', 'R', true],
  ['aws-sdk:codepipeline:startPipelineExecution', 'T', false],
  ['aws-sdk:codedeploy:createDeployment', 'N', false],
  ['mediaconvert:createJob', 'T', false],
  ['aws-sdk:translate:startTextTranslationJob', 'T', false],
  ['aws-sdk:comprehend:startEntitiesDetectionJob', 'T', false],
  ...each('aws-sdk:textract', ['startDocumentTextDetection', 'startLendingAnalysis'], 'T', false),
  ...each('aws-sdk:textract', ['analyzeDocument', 'detectDocumentText'], 'R', true),
  ...each('aws-sdk:rekognition', ['startLabelDetection', 'startFaceSearch'], 'T', false),
  ...each('aws-sdk:rekognition', ['detectLabels', 'compareFaces', 'searchFaces'], 'R', true),
  ['aws-sdk:rekognition:indexFaces', 'N', false],
  ['aws-sdk:polly:synthesizeSpeech', 'R', true],
  ['aws-sdk:polly:startSpeechSynthesisTask', 'N', false],
  ['aws-sdk:bedrockagent:startIngestionJob', 'T', false],
  ['bedrock:invokeModel', 'N', true],
  ['aws-sdk:bedrockruntime:startAsyncInvoke', 'T', false],
  ['aws-sdk:sagemakerruntime:invokeEndpoint', 'N', true],
  ...each('aws-sdk:backup', ['startBackupJob', 'startRestoreJob', 'startCopyJob'], 'T', false),
  ['aws-sdk:datasync:startTaskExecution', 'N', false],
  ['aws-sdk:databasemigration:startReplicationTask', 'C', true],
  ['aws-sdk:appflow:startFlow', 'T', false],
  ['aws-sdk:qbusiness:chatSync', 'T', false],
  // s3
  ...each('aws-sdk:s3', ['getObject', 'headObject', 'listObjectsV2'], 'R', true),
  ...each('aws-sdk:s3', ['putObject', 'copyObject', 'deleteObjects', 'putObjectTagging'], 'I', true),
  ['aws-sdk:s3:createMultipartUpload', 'N', false],
  ['aws-sdk:s3:restoreObject', 'C', true],
  // ec2, rds
  ...each(
    'aws-sdk:ec2',
    ['runInstances', 'createVolume', 'createNatGateway', 'copyImage', 'allocateHosts'],
    'T',
    false,
  ),
  ...each('aws-sdk:ec2', ['createSnapshot', 'allocateAddress', 'rebootInstances'], 'N', false),
  ...each('aws-sdk:ec2', ['createTags', 'startInstances', 'stopInstances', 'terminateInstances'], 'I', true),
  ...each('aws-sdk:rds', ['startDBInstance', 'stopDBCluster'], 'C', true),
  ...each('aws-sdk:rdsdata', ['executeStatement', 'batchExecuteStatement'], 'C', 'unknown'),
  ['aws-sdk:redshiftdata:executeStatement', 'T', false],
  // management
  ['aws-sdk:ssm:startAutomationExecution', 'T', false],
  ['aws-sdk:ssm:sendCommand', 'N', false],
  ['aws-sdk:ssm:putParameter', 'I', true],
  ['aws-sdk:ssm:getParameters', 'R', true],
  ...each('aws-sdk:secretsmanager', ['putSecretValue', 'updateSecret', 'rotateSecret'], 'T', false),
  ['aws-sdk:cloudformation:deleteStack', 'I', true],
  ['aws-sdk:cloudcontrol:createResource', 'T', false],
  ['aws-sdk:servicecatalog:provisionProduct', 'T', false],
  ['aws-sdk:organizations:createAccount', 'N', false],
  ['aws-sdk:cloudwatch:putMetricData', 'N', false],
  ['aws-sdk:cloudwatchlogs:putLogEvents', 'N', false],
  ['aws-sdk:route53:changeResourceRecordSets', 'C', true],
  ['aws-sdk:cloudfront:createInvalidation', 'T', false],
  ...each('aws-sdk:kms', ['encrypt', 'decrypt', 'generateDataKey', 'sign'], 'R', true),
  ['aws-sdk:kms:createKey', 'N', false],
  ['aws-sdk:newerthanus:doThings', 'C', 'unknown'],
  ['aws-sdk:newerthanus:getThings', 'R', true],
])('%s is %s, repeatable: %s', (name, className, repeatable) => {
  expect(verdict(idempotency(name, {}))).toEqual([className, repeatable]);
});

function each(service: string, actions: readonly string[], className: string, repeatable: Row[2]): Row[] {
  return actions.map((action) => [`${service}:${action}`, className, repeatable]);
}

describe('a token', () => {
  test.each<[parameters: unknown, className: string, repeatable: boolean | 'unknown']>([
    [{ 'ClientToken.$': '$$.Execution.Id' }, 'T', true],
    [{ 'ClientToken.$': "States.Format('{}-{}', $$.Execution.Name, $.orderId)" }, 'T', true],
    [{ 'ClientToken.$': '$token' }, 'T', true],
    [{ ClientToken: 'always' }, 'T', true],
    [{ ClientToken: '{% $states.context.Execution.Id %}' }, 'T', true],
    [{ 'ClientToken.$': 'States.UUID()' }, 'N', false],
    [{ 'ClientToken.$': '$$.State.RetryCount' }, 'N', false],
    [{ ClientToken: '{% $uuid() %}' }, 'N', false],
    [{ ClientToken: '${Token}' }, 'T', 'unknown'],
    [{ ClientToken: null }, 'T', false],
    [{ '${Member}': 'x' }, 'T', 'unknown'],
    [{ clientToken: 'x' }, 'T', false],
    [{}, 'T', false],
    ['{% $arguments %}', 'T', 'unknown'],
    ['${Parameters}', 'T', 'unknown'],
    [undefined, 'T', 'unknown'],
  ])('%j', (parameters, className, repeatable) => {
    expect(verdict(idempotency('ecs:runTask', parameters))).toEqual([className, repeatable]);
  });

  test('may stand below the top level', () => {
    const call = (batch: object) => verdict(idempotency('aws-sdk:cloudfront:createInvalidation', batch));
    expect(call({ InvalidationBatch: { 'CallerReference.$': '$$.Execution.Name' } })).toEqual(['T', true]);
    expect(call({ InvalidationBatch: { Paths: {} } })).toEqual(['T', false]);
    expect(call({ 'InvalidationBatch.$': '$.batch' })).toEqual(['T', 'unknown']);
  });

  test('that is left out does not matter where a name is given once', () => {
    const call = (parameters: object) => verdict(idempotency('aws-sdk:secretsmanager:createSecret', parameters));
    expect(call({ Name: 'db/password' })).toEqual(['C', true]);
    expect(call({ 'Name.$': '$$.Execution.Name' })).toEqual(['C', true]);
    expect(call({ 'Name.$': 'States.UUID()' })).toEqual(['N', false]);
    expect(call({ Name: '${Name}' })).toEqual(['C', 'unknown']);
  });
});

describe('dynamodb:updateItem', () => {
  test.each<[parameters: object, className: string, repeatable: boolean | 'unknown']>([
    [{ UpdateExpression: 'SET a = :a REMOVE b' }, 'I', true],
    [{ UpdateExpression: 'SET n = n + :x' }, 'N', false],
    [{ UpdateExpression: 'ADD visits :one' }, 'C', 'unknown'],
    [{ UpdateExpression: 'ADD visits :one', 'ExpressionAttributeValues.$': '$.values' }, 'C', 'unknown'],
    [{ UpdateExpression: 'ADD visits :one', ExpressionAttributeValues: { ':one': { 'N.$': '$.n' } } }, 'N', false],
    [{ UpdateExpression: 'ADD tags :t', ExpressionAttributeValues: { ':t': { SS: ['new'] } } }, 'I', true],
    [{ UpdateExpression: 'ADD visits :t', ExpressionAttributeValues: { ':t': { N: '1' } } }, 'N', false],
    [{ UpdateExpression: 'SET n = n + :x', ConditionExpression: 'version = :v' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x', ConditionExpression: 'attribute_exists(id)' }, 'N', false],
    [{ UpdateExpression: 'SET n = n - :x', ConditionExpression: 'n >= :x AND attribute_exists (#i)' }, 'C', 'unknown'],
    [
      {
        UpdateExpression: 'SET n = n - :x',
        ConditionExpression: ':x <= n AND attribute_exists (#i)',
        ExpressionAttributeNames: { '#i': 'id' },
      },
      'N',
      false,
    ],
    [{ UpdateExpression: 'SET n = n + :x, v = :w', ConditionExpression: 'v < :w' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x REMOVE open', ConditionExpression: 'attribute_exists(open)' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :one', ConditionExpression: 'n < :n' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :one', ConditionExpression: 'last < :now' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x', ConditionExpression: 'attribute_not_exists(id)' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x', ConditionExpression: 'NOT attribute_exists(id)' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x, last = :o', ConditionExpression: 'last <> :o' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x', ConditionExpression: 'NOT contains(done, :o)' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x', ConditionExpression: '${Condition}' }, 'C', 'unknown'],
    [{ UpdateExpression: 'SET n = n + :x', 'ConditionExpression.$': '$.condition' }, 'C', 'unknown'],
    [{ 'UpdateExpression.$': '$.expression' }, 'C', 'unknown'],
    [{ UpdateExpression: '{% $expression %}' }, 'C', 'unknown'],
    [{ UpdateExpression: "{% 'ADD n :n' %}", ExpressionAttributeValues: { ':n': { N: '1' } } }, 'N', false],
    [{ UpdateExpression: "{% 'SET n = :n' %}" }, 'I', true],
    [{ UpdateExpression: 'SET ${Field} = :x' }, 'C', 'unknown'],
    [{ AttributeUpdates: { n: { Action: 'ADD', Value: { N: '1' } } } }, 'N', false],
    [{ AttributeUpdates: { s: { Value: { S: 'x' } }, n: { Action: 'ADD', Value: { 'N.$': '$.n' } } } }, 'N', false],
    [{ AttributeUpdates: { l: { Action: 'ADD', Value: { L: [{ S: 'x' }] } } } }, 'N', false],
    [{ AttributeUpdates: { n: { Action: 'ADD', Value: { SS: ['x'] } } } }, 'I', true],
    [{ AttributeUpdates: { n: { Action: 'PUT', Value: { N: '1' } }, m: { Action: 'DELETE' } } }, 'I', true],
    [{ AttributeUpdates: { n: { Action: 'ADD', 'Value.$': '$.value' } } }, 'C', 'unknown'],
    [{ AttributeUpdates: { n: { 'Action.$': '$.action', Value: { N: '1' } } } }, 'C', 'unknown'],
    [{ 'AttributeUpdates.$': '$.updates' }, 'C', 'unknown'],
    [
      { AttributeUpdates: { n: { Action: 'ADD', Value: { N: '1' } } }, Expected: { n: { Exists: false } } },
      'C',
      'unknown',
    ],
    [{ TableName: 'visits' }, 'I', true],
  ])('%j', (parameters, className, repeatable) => {
    expect(verdict(idempotency('dynamodb:updateItem', parameters))).toEqual([className, repeatable]);
    expect(verdict(idempotency('aws-sdk:dynamodb:updateItem', parameters))).toEqual([className, repeatable]);
  });
});

describe('statements of PartiQL', () => {
  test.each<[statement: string, className: string, repeatable: boolean | 'unknown']>([
    ['UPDATE Stats SET n = n + 1 WHERE Id = ?', 'N', false],
    ['update "Stats" set "n" = "n" + ? where "pk"=\'a\' and "sk"=? returning all old *', 'N', false],
    ['UPDATE Stats SET a = 1 SET l = list_append(l, ?) WHERE Id = ?', 'N', false],
    ['UPDATE Stats SET a = 1, n = n - 1 WHERE Id = ?', 'N', false],
    ['UPDATE Stats SET n = ? WHERE Id = ?', 'C', 'unknown'],
    ["UPDATE Stats SET n = 'n-1' WHERE Id = ?", 'C', 'unknown'],
    ['UPDATE Stats SET n = m + 1 WHERE Id = ?', 'C', 'unknown'],
    ['UPDATE Stats SET n = n + 1 WHERE Id = ? AND version = ?', 'C', 'unknown'],
    ['UPDATE Stats SET n = n + 1 WHERE Id = ? AND n < ?', 'C', 'unknown'],
    ['UPDATE Stats SET n = n + 1 WHERE Id = ? AND attribute_not_exists(done)', 'C', 'unknown'],
    ['SELECT n FROM Stats WHERE Id = ?', 'R', true],
  ])('%s', (Statement, className, repeatable) => {
    expect(verdict(idempotency('aws-sdk:dynamodb:executeStatement', { Statement }))).toEqual([className, repeatable]);
  });

  test('several of them', () => {
    const counts = { Statement: 'UPDATE Stats SET n = n + 1 WHERE Id = ?' };
    const sets = { Statement: 'UPDATE Stats SET n = 1 WHERE Id = ?' };
    const batch = (Statements: unknown) =>
      verdict(idempotency('aws-sdk:dynamodb:batchExecuteStatement', { Statements }));
    expect(batch([sets, counts])).toEqual(['N', false]);
    expect(batch([sets])).toEqual(['C', 'unknown']);
    expect(batch('{% $statements %}')).toEqual(['C', 'unknown']);
    const transaction = (more: object) =>
      verdict(idempotency('aws-sdk:dynamodb:executeTransaction', { TransactStatements: [counts], ...more }));
    expect(transaction({})).toEqual(['N', false]);
    expect(transaction({ 'ClientRequestToken.$': '$.id' })).toEqual(['T', true]);
    expect(transaction({ ClientRequestToken: '${Token}' })).toEqual(['T', 'unknown']);
  });
});

test('each item of a batch is written where its key says', () => {
  const batch = (id: object) =>
    idempotency('aws-sdk:dynamodb:batchWriteItem', {
      RequestItems: { Orders: [{ DeleteRequest: { Key: { id: { S: 'a' } } } }, { PutRequest: { Item: { id } } }] },
    });
  expect(batch({ 'S.$': 'States.UUID()' })).toMatchObject({
    repeatable: false,
    because: expect.stringContaining('another "Item.id" at each attempt') as string,
  });
  expect(verdict(batch({ 'S.$': '$.id' }))).toEqual(['I', true]);
});

describe('dynamodb:transactWriteItems', () => {
  const add = { Update: { UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': { N: '1' } } } };
  test.each<[parameters: object, className: string, repeatable: boolean | 'unknown']>([
    [{ TransactItems: [add], 'ClientRequestToken.$': '$.token' }, 'T', true],
    [{ TransactItems: [add], 'ClientRequestToken.$': 'States.UUID()' }, 'N', false],
    [{ TransactItems: [{ Put: {} }, { Delete: {} }, { Update: { UpdateExpression: 'SET a = :a' } }] }, 'I', true],
    [{ TransactItems: [{ Put: {} }, add] }, 'T', false],
    [{ TransactItems: [{ Put: { ConditionExpression: 'attribute_not_exists(id)' } }, add] }, 'T', 'unknown'],
    [{ TransactItems: [{ ConditionCheck: { 'ConditionExpression.$': '$.c' } }, add] }, 'T', 'unknown'],
    [{ TransactItems: [{ Put: {} }, { 'Update.$': '$.update' }] }, 'T', 'unknown'],
    [{ 'TransactItems.$': '$.items' }, 'T', 'unknown'],
  ])('%j', (parameters, className, repeatable) => {
    expect(verdict(idempotency('aws-sdk:dynamodb:transactWriteItems', parameters))).toEqual([className, repeatable]);
  });
});

describe('messages', () => {
  const fifo = 'https://sqs.eu-west-1.amazonaws.com/42/orders.fifo';
  const standard = 'https://sqs.eu-west-1.amazonaws.com/42/orders';
  test.each<[parameters: object, className: string, repeatable: boolean | 'unknown']>([
    [{ QueueUrl: standard, 'MessageBody.$': '$' }, 'N', false],
    [{ 'QueueUrl.$': '$.queue', MessageBody: 'x' }, 'N', false],
    [{ QueueUrl: '${QueueUrl}', MessageBody: 'x' }, 'N', false],
    [{ QueueUrl: fifo, 'MessageBody.$': '$', MessageGroupId: 'g' }, 'T', 'unknown'],
    [{ QueueUrl: '${Queue}.fifo', 'MessageBody.$': '$', MessageGroupId: 'g' }, 'T', 'unknown'],
    [{ QueueUrl: fifo, MessageGroupId: 'g', MessageBody: { 'id.$': 'States.UUID()' } }, 'T', false],
    [{ QueueUrl: fifo, MessageGroupId: 'g', 'MessageDeduplicationId.$': '$.orderId' }, 'T', true],
    [{ QueueUrl: fifo, MessageGroupId: 'g', 'MessageDeduplicationId.$': 'States.UUID()' }, 'N', false],
    [{ QueueUrl: '${QueueUrl}', MessageGroupId: 'g', MessageBody: 'x' }, 'N', 'unknown'],
  ])('%j', (parameters, className, repeatable) => {
    expect(verdict(idempotency('sqs:sendMessage', parameters))).toEqual([className, repeatable]);
  });

  test('of a batch are judged one by one', () => {
    const send = (Entries: unknown) =>
      verdict(idempotency('aws-sdk:sqs:sendMessageBatch', { QueueUrl: fifo, Entries }));
    const guarded = { 'MessageDeduplicationId.$': '$.orderId' };
    expect(send([guarded, guarded])).toEqual(['T', true]);
    expect(send([guarded, { MessageDeduplicationId: '{% $uuid() %}' }])).toEqual(['N', false]);
    expect(send('{% $entries %}')).toEqual(['N', 'unknown']);
  });

  test('of a topic', () => {
    const arn = 'arn:aws:sns:eu-west-1:42:orders.fifo';
    expect(verdict(idempotency('sns:publish', { TopicArn: arn, Message: 'x' }))).toEqual(['T', 'unknown']);
    expect(verdict(idempotency('sns:publish', { PhoneNumber: '+441632960000', Message: 'x' }))).toEqual(['N', false]);
  });
});

describe('HTTP', () => {
  test.each<[parameters: object, className: string, repeatable: boolean | 'unknown']>([
    [{ Method: 'GET' }, 'R', true],
    [{ Method: 'HEAD' }, 'R', true],
    [{ Method: 'PUT' }, 'I', true],
    [{ Method: 'DELETE' }, 'I', true],
    [{ Method: 'POST' }, 'N', false],
    [{ Method: 'PATCH', Headers: { 'Content-Type': 'application/json' } }, 'N', false],
    [{ Method: 'POST', Headers: { 'Idempotency-Key.$': '$$.Execution.Id' } }, 'T', true],
    [{ Method: 'POST', Headers: { 'idempotency-key': ['{% $states.input.id %}'] } }, 'T', true],
    [{ Method: 'POST', Headers: { 'Idempotency-Key': '{% $uuid() %}' } }, 'N', false],
    [{ Method: 'POST', RequestBody: { payment: { 'idempotency_key.$': '$.orderId' } } }, 'T', true],
    [{ Method: 'POST', RequestBody: { payment: { 'idempotencyKey.$': 'States.UUID()' } } }, 'N', false],
    [{ Method: 'POST', RequestBody: { payment: { 'reference.$': '$$.Execution.Id' } } }, 'N', 'unknown'],
    [{ Method: 'POST', RequestBody: "{% {'reference': $states.context.Execution.Id} %}" }, 'N', 'unknown'],
    [{ Method: 'POST', QueryParameters: { 'dedupe.$': '$.id' } }, 'N', 'unknown'],
    [{ Method: 'POST', RequestBody: { payment: { 'amount.$': '$.amount' } } }, 'N', false],
    [{ Method: 'POST', 'RequestBody.$': '$' }, 'N', false],
    [{ Method: 'POST', 'Headers.$': '$.headers' }, 'N', 'unknown'],
    [{ Method: 'POST', Headers: '{% $headers %}' }, 'N', 'unknown'],
    [{ 'Method.$': '$.method' }, 'N', 'unknown'],
    [{ Method: '${Method}' }, 'N', 'unknown'],
  ])('%j', (parameters, className, repeatable) => {
    expect(verdict(idempotency('http:invoke', parameters))).toEqual([className, repeatable]);
    expect(verdict(idempotency('apigateway:invoke', parameters))).toEqual([className, repeatable]);
  });

  test.each<[parameters: object, className: string, repeatable: boolean | 'unknown']>([
    [{ Method: 'GET' }, 'R', true],
    [{ Method: 'POST', RequestBody: { metadata: { name: 'pod' } } }, 'C', true],
    [{ Method: 'POST', RequestBody: { metadata: { generateName: 'pod-' } } }, 'N', false],
    [{ Method: 'PATCH' }, 'C', 'unknown'],
  ])('of Kubernetes: %j', (parameters, className, repeatable) => {
    expect(verdict(idempotency('eks:call', parameters))).toEqual([className, repeatable]);
  });
});

describe('members that make another call of it', () => {
  test.each<[name: string, parameters: object, className: string, repeatable: boolean | 'unknown']>([
    ['aws-sdk:ecs:updateService', { ForceNewDeployment: true }, 'N', false],
    ['aws-sdk:ecs:updateService', { ForceNewDeployment: false }, 'I', true],
    ['aws-sdk:ecs:updateService', { 'ForceNewDeployment.$': '$.force' }, 'I', 'unknown'],
    ['lambda:invoke', { InvocationType: 'DryRun' }, 'R', true],
    ['lambda:invoke', { InvocationType: 'Event' }, 'N', false],
    ['aws-sdk:cognitoidentityprovider:adminCreateUser', { Username: 'ann' }, 'C', true],
    ['aws-sdk:cognitoidentityprovider:adminCreateUser', { Username: 'ann', MessageAction: 'RESEND' }, 'N', false],
    ['athena:startQueryExecution', { QueryString: 'select * from t' }, 'R', true],
    ['athena:startQueryExecution', { QueryString: 'INSERT INTO t SELECT * FROM u' }, 'T', false],
    ['athena:startQueryExecution', { QueryString: 'SELECT * INTO t FROM u' }, 'T', false],
    ['aws-sdk:rdsdata:executeStatement', { Sql: 'SELECT 1' }, 'R', true],
    ['aws-sdk:rdsdata:executeStatement', { Sql: 'UPDATE t SET n = n + 1' }, 'C', 'unknown'],
    ['sagemaker:createTrainingJob', { 'TrainingJobName.$': '$.name' }, 'C', true],
    ['sagemaker:createTrainingJob', { TrainingJobName: "{% 'job-' & $string($millis()) %}" }, 'N', false],
    ['aws-sdk:rds:createDBSnapshot', { DBSnapshotIdentifier: 's', DBInstanceIdentifier: 'i' }, 'C', true],
  ])('%s %j', (name, parameters, className, repeatable) => {
    expect(verdict(idempotency(name, parameters))).toEqual([className, repeatable]);
  });
});

describe('who alone can recognise a repetition', () => {
  test.each([
    'arn:aws:lambda:eu-west-1:42:function:pay',
    'arn:aws:states:eu-west-1:42:activity:sign',
    'lambda:invoke',
    'lambda:invoke.waitForTaskToken',
    'sqs:sendMessage.waitForTaskToken',
    'aws-sdk:dynamodb:putItem.waitForTaskToken',
  ])('%s is opaque', (name) => {
    expect(idempotency(name, {})).toMatchObject({ class: 'N', repeatable: false, opaque: true });
  });

  test("a function's own input is no parameter of the action", () => {
    expect(idempotency('arn:aws:lambda:eu-west-1:42:function:pay', { InvocationType: 'DryRun' }).class).toBe('N');
  });
});

test.each(['${Arn}', 'foo'])('nothing is known of %s', (name) => {
  const resource = parseResource(name);
  expect(idempotencyOf(resource, undefined)).toMatchObject({ class: undefined, repeatable: 'unknown', remedies: [] });
});

describe('what is said', () => {
  test.each<[name: string, parameters: object, because: string, remedies: string[]]>([
    [
      'sns:publish',
      { TopicArn: 't' },
      'every repetition of "sns:publish" sends the message again',
      ['let the consumer drop what it has seen, by a key in the message'],
    ],
    [
      'states:startExecution.sync:2',
      {},
      '"states:startExecution" has no "Name": every repetition starts another execution',
      ['set "Name" (1 to 80 characters) to the SHA-256 hash of the Id of the execution and the name of the state'],
    ],
    [
      'aws-sdk:dynamodb:transactWriteItems',
      { 'ClientRequestToken.$': 'States.UUID()' },
      '"dynamodb:transactWriteItems" gets another "ClientRequestToken" at each attempt, from States.UUID(): every repetition writes the items again',
      [
        'set "ClientRequestToken" (1 to 36 characters) to the MD5 hash of the Id of the execution and the name of the state',
      ],
    ],
    [
      'aws-sdk:ssm:startAutomationExecution',
      {},
      '"ssm:startAutomationExecution" has no "ClientToken": every repetition starts another automation',
      ['set "ClientToken" (36 characters) to a UUID that an earlier state made'],
    ],
    [
      'dynamodb:updateItem',
      { UpdateExpression: 'SET a = :a, n = n + :one' },
      'every repetition of "dynamodb:updateItem" does "SET n = n + :one" once more',
      [
        'add a "ConditionExpression" that fails when the update was made, and catch its error',
        'write the new value with "SET attribute = :value" instead',
      ],
    ],
    ['dynamodb:getItem', {}, '"dynamodb:getItem" only reads', []],
  ])('%s %j', (name, parameters, because, remedies) => {
    expect(idempotency(name, parameters)).toMatchObject({ because, remedies });
  });
});

describe('what is written under another key each time', () => {
  const item = (attributes: object, more: object = {}) => ({ TableName: 't', Item: attributes, ...more });

  test.each([
    ['dynamodb:putItem', item({ id: { 'S.$': 'States.UUID()' } }), 'Item.id'],
    ['dynamodb:putItem', item({ orderId: { S: '{% $uuid() %}' } }), 'Item.orderId'],
    [
      'dynamodb:putItem',
      item({ id: { 'S.$': 'States.UUID()' } }, { ConditionExpression: 'attribute_not_exists(id)' }),
      'Item.id',
    ],
    ['aws-sdk:dynamodb:putItem', item({ 'PK.$': "States.Format('o#{}', States.UUID())" }), 'Item.PK'],
    ['dynamodb:updateItem', { Key: { pk: { 'S.$': 'States.UUID()' } }, UpdateExpression: 'SET a = :a' }, 'Key.pk'],
    ['aws-sdk:s3:putObject', { Bucket: 'b', Key: "{% $now() & '.json' %}" }, 'Key'],
    ['aws-sdk:s3:putObject', { Bucket: 'b', 'Key.$': "States.Format('{}.json', States.UUID())" }, 'Key'],
  ])('%s with %j', (name, parameters, path) => {
    const { repeatable, because } = idempotency(name, parameters);
    expect(repeatable).toBe(false);
    expect(because).toContain(`gets another "${path}" at each attempt`);
  });

  test.each([
    ['dynamodb:putItem', item({ id: { 'S.$': '$.id' }, createdAt: { 'S.$': '$$.State.EnteredTime' } }), true],
    ['dynamodb:putItem', item({ id: { 'S.$': '$.id' }, paid: { 'S.$': 'States.UUID()' } }), true],
    ['dynamodb:putItem', { TableName: 't', 'Item.$': '$.item' }, true],
    ['dynamodb:putItem', item({ id: { 'S.$': '$$.Execution.Id' } }), true],
    ['dynamodb:putItem', item({ id: { 'S.$': 'States.UUID()' } }, { ConditionExpression: 'c' }), 'unknown'],
    [
      'dynamodb:putItem',
      item(
        { orderId: { 'S.$': '$.id' }, eventId: { 'S.$': 'States.UUID()' } },
        { ConditionExpression: 'attribute_not_exists(orderId)' },
      ),
      'unknown',
    ],
    ['aws-sdk:s3:putObject', { Bucket: 'b', 'Key.$': '$.key' }, true],
  ])('but not by %s with %j', (name, parameters, repeatable) => {
    expect(idempotency(name, parameters).repeatable).toBe(repeatable);
  });
});
