import { parseResource, requiredMembersOf } from '../../src/services';

test.each([
  ['dynamodb:putItem', ['TableName', 'Item'], []],
  ['sqs:sendMessage', ['QueueUrl', 'MessageBody'], []],
  ['sns:publish', ['Message'], ['TopicArn', 'TargetArn', 'PhoneNumber']],
  ['batch:submitJob', ['JobName', 'JobQueue', 'JobDefinition'], []],
  ['elasticmapreduce:addStep', ['ClusterId', 'Step'], []],
  ['emr-serverless:startJobRun', ['ApplicationId', 'ExecutionRoleArn'], []],
  ['http:invoke', ['ApiEndpoint', 'Method'], ['Authentication', 'InvocationConfig']],
  ['s3:putObject', ['Bucket'], []],
  ['aws-sdk:s3:putObject', ['Bucket', 'Key'], []],
  ['aws-sdk:emrserverless:startJobRun', ['ApplicationId', 'ExecutionRoleArn'], []],
  ['codebuild:startBuild', ['ProjectName'], []],
  ['aws-sdk:rds:createDBSnapshot', ['DbSnapshotIdentifier', 'DbInstanceIdentifier'], []],
  ['aws-sdk:eks:createCluster', ['Name', 'RoleArn', 'ResourcesVpcConfig'], []],
  ['aws-sdk:s3:listBuckets', [], []],
])('%s', (name, all, oneOf) => {
  expect(requiredMembersOf(parseResource(`arn:aws:states:::${name}`))).toEqual({ all, oneOf });
});

test.each(['arn:aws:lambda:::function:pay', 'arn:aws:states:::aws-sdk:newerthanus:doThings', '${Arn}', 'foo'])(
  'nothing is known of %s',
  (text) => {
    expect(requiredMembersOf(parseResource(text))).toBeUndefined();
  },
);
