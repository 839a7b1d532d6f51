import {
  MapState,
  parseStateMachine,
  parseText,
  parameterFaultsOf,
  TaskState,
  type CallNode,
  type ParameterFault,
} from '../../../src';

/** The faults of a Task with these parameters, each as one line. */
function faults(resource: string, parameters: string): string[] {
  const text = `{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::${resource}","Parameters":${parameters},"End":true}}}`;
  const machine = parseStateMachine(parseText(text, 'json').root!);
  const [task] = machine.states;
  if (!(task instanceof TaskState)) throw new Error('No Task');
  return faultsOf(task, text);
}

/** The same for what reads the items or writes the results of a distributed Map. */
function mapFaults(part: 'itemReader' | 'resultWriter', resource: string, parameters: string): string[] {
  const name = part === 'itemReader' ? 'ItemReader' : 'ResultWriter';
  const text = `{"StartAt":"A","States":{"A":{"Type":"Map","${name}":{"Resource":"arn:aws:states:::${resource}","Parameters":${parameters}},"End":true}}}`;
  const [map] = parseStateMachine(parseText(text, 'json').root!).states;
  if (!(map instanceof MapState)) throw new Error('No Map');
  return faultsOf(map[part]!, text);
}

const faultsOf = (call: CallNode, text: string): string[] =>
  parameterFaultsOf(call).map((fault) => `${describe(fault)} at ${text.slice(...fault.range)}`);

function describe(fault: ParameterFault): string {
  switch (fault.kind) {
    case 'name':
      return `${fault.certainty} ${fault.inside}:${fault.name}>${fault.meant}`;
    case 'missing':
      return `missing ${fault.inside}:${fault.members.join(fault.isChoice ? '|' : '&')}`;
    case 'value':
      return `value ${fault.member} ${fault.problem}`;
  }
}

test.each([
  ['sqs:sendMessage', '{"QueueUrl":"q","MessageBody":"m"}', []],
  [
    'sqs:sendMessage',
    '{"queueUrl.$":"$.q"}',
    ['missing :MessageBody at "Parameters"', 'case :queueUrl>QueueUrl at "queueUrl.$"'],
  ],
  ['sqs:sendMessage', '{"QueueUrl":"q","MessageBod":"m"}', ['required :MessageBod>MessageBody at "MessageBod"']],
  ['sqs:sendMessage', '{"QueueUrl":"q","MessageBody":"m","Foo":1}', ['none :Foo>undefined at "Foo"']],
  ['sqs:sendMessage', '${Parameters}', []],
  ['sqs:sendMessage', '{"${Name}":"q"}', []],
  ['sqs:sendMessage', '{"QueueUrl":"${Url}/q.fifo","MessageBody":"m"}', ['missing :MessageGroupId at "Parameters"']],
  ['sqs:sendMessage', '{"QueueUrl":"{% $queue %}","MessageBody":"m"}', []],
  ['sqs:sendMessage', '{"QueueUrl":"q.fifo","MessageBody":"m"}', ['missing :MessageGroupId at "Parameters"']],
  [
    'sqs:sendMessage',
    '{"QueueUrl":"q.fifo","MessageBody":"m","MessageGroupID":"1"}',
    ['case :MessageGroupID>MessageGroupId at "MessageGroupID"'],
  ],
  ['sns:publish', '{"Message":"m"}', ['missing :TopicArn|TargetArn|PhoneNumber at "Parameters"']],
  ['sns:publish', '{"Message":"m","TopicARN":"t"}', ['case :TopicARN>TopicArn at "TopicARN"']],
  [
    'aws-sdk:rds:describeDBInstances',
    '{"DBInstanceIdentifier":"d"}',
    ['acronym :DBInstanceIdentifier>DbInstanceIdentifier at "DBInstanceIdentifier"'],
  ],
  [
    'aws-sdk:rds:describeDBInstances',
    '{"dbInstanceIdentifier":"d"}',
    ['case :dbInstanceIdentifier>DbInstanceIdentifier at "dbInstanceIdentifier"'],
  ],
  ['aws-sdk:sqs:sendMessageBatch', '{"QueueUrl":"q","Entries":[{"Id":"1"}]}', ['missing Entries[0]:MessageBody at {']],
  ['aws-sdk:dynamodb:batchGetItem', '{"RequestItems":{"orders":{}}}', ['missing RequestItems.orders:Keys at "orders"']],
  ['aws-sdk:ec2:startInstances', '{"InstanceIds":"i-1"}', ['value InstanceIds must be an array at "i-1"']],
  [
    'ecs:runTask',
    '{"TaskDefinition":"t","LaunchType":"Fargate"}',
    ['value LaunchType cannot be "Fargate" at "Fargate"'],
  ],
  ['aws-sdk:s3:putObject', '{"BucketName":"b","Key":"k"}', ['required :BucketName>Bucket at "BucketName"']],
  [
    'http:invoke',
    '{"ApiEndpoint":"https://e","Method":"PUT","Authentication":{"ConnectionArn":"c"},"Body":{}}',
    ['none :Body>RequestBody at "Body"'],
  ],
  ['aws-sdk:dynamodb:getItem', '{"TableName":"t","Key":{},"Name":"n"}', ['none :Name>undefined at "Name"']],
  [
    'apigateway:invoke',
    '{"ApiEndpoint":"https://${Api}.example.com","Method":"GET"}',
    ['value ApiEndpoint is the name of a host and cannot begin with a scheme at "https://${Api}.example.com"'],
  ],
  ['apigateway:invoke', '{"ApiEndpoint":"${Api}.example.com","Method":"GET"}', []],
  ['s3:putObject', '{"Key":"k"}', []],
  ['aws-sdk:newer:thanUs', '{"a":1}', []],
])('%s with %s', (resource, parameters, expected) => {
  expect(faults(resource, parameters)).toEqual(expected);
});

test('an optimized integration takes what Step Functions made of the API', () => {
  expect(
    faults(
      'eks:runJob.sync',
      '{"ClusterName":"c","CertificateAuthority":"a","Endpoint":"e","Job":{},"LogOptions":{"RetrieveLogs":true}}',
    ),
  ).toEqual([]);
  expect(
    faults('bedrock:invokeModel', '{"ModelId":"m","Input":{"S3Uri":"s3://b/k"},"Output":{"S3Uri":"s3://b/o"}}'),
  ).toEqual([]);
  expect(faults('elasticmapreduce:terminateCluster', '{"ClusterId":"c"}')).toEqual([]);
  expect(faults('events:putEvents', '{"Entries":[{"Detail":{"a":1},"Source":"s"}]}')).toEqual([
    'missing Entries[0]:DetailType at {',
  ]);
});

test('a distributed Map reads and writes with parameters of its own', () => {
  expect(mapFaults('itemReader', 's3:getObject', '{"Bucket":"b","Key.$":"$.key"}')).toEqual([]);
  expect(mapFaults('itemReader', 's3:getObject', '{"Bucket":"b"}')).toEqual(['missing :Key at "Parameters"']);
  expect(mapFaults('itemReader', 's3:listObjectsV2', '{"BucketName":"b","Prefix":"p"}')).toEqual([
    'required :BucketName>Bucket at "BucketName"',
  ]);
  expect(mapFaults('resultWriter', 's3:putObject', '{"Bucket":"b","Prefix":"p"}')).toEqual([]);
  expect(mapFaults('resultWriter', 's3:putObject', '{"bucket":"b","Key":"k"}')).toEqual([
    'case :bucket>Bucket at "bucket"',
    'none :Key>undefined at "Key"',
  ]);
});

test('each item of a transaction and each table of a batch has names of its own', () => {
  const update =
    '{"TableName":"t","Key":{},"UpdateExpression":"SET #a = :a","ExpressionAttributeValues":{":a":{"S":"x"}}}';
  const remove = '{"TableName":"t","Key":{},"ConditionExpression":"#b = #b","ExpressionAttributeNames":{"#b":"b"}}';
  expect(
    faults('aws-sdk:dynamodb:transactWriteItems', `{"TransactItems":[{"Delete":${remove}},{"Update":${update}}]}`),
  ).toEqual([
    'value TransactItems[1].Update.UpdateExpression uses "#a", which "ExpressionAttributeNames" does not define at #a',
  ]);
  expect(
    faults(
      'aws-sdk:dynamodb:batchGetItem',
      '{"RequestItems":{"t":{"Keys":[{}],"ProjectionExpression":"a, #b","ExpressionAttributeNames":{"#c":"c"}}}}',
    ),
  ).toEqual([
    'value RequestItems.t.ProjectionExpression uses "#b", which "ExpressionAttributeNames" does not define at #b',
  ]);
});

test('reserved words of DynamoDB stand behind a #', () => {
  const update = (expression: string) =>
    faults(
      'dynamodb:updateItem',
      `{"TableName":"t","Key":{},"UpdateExpression":"${expression}","ExpressionAttributeValues":{":status":{"S":"x"}}}`,
    );
  expect(update('SET Status = :status')).toEqual([
    'value UpdateExpression uses "Status", which is a reserved word of DynamoDB at Status',
  ]);
  expect(update('SET paid = if_not_exists(order.total, :status)')).toEqual([
    'value UpdateExpression uses "order", which is a reserved word of DynamoDB at order',
    'value UpdateExpression uses "total", which is a reserved word of DynamoDB at total',
  ]);
  expect(update('SET statusOfOrder = :status REMOVE size_ ADD _count :status')).toEqual([]);
  expect(faults('dynamodb:getItem', '{"TableName":"t","Key":{},"ProjectionExpression":"id, ttl"}')).toEqual([
    'value ProjectionExpression uses "ttl", which is a reserved word of DynamoDB at ttl',
  ]);
});
