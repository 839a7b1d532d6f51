import { apiResultShape, parseResource, taskResultShape, type Shape } from '../../../src/services';

const resource = (call: string) => parseResource(call.startsWith('arn:') ? call : `arn:aws:states:::${call}`);
const member = (shape: Shape | undefined, name: string) =>
  shape?.kind === 'structure' ? shape.members.get(name)?.kind : undefined;

describe('the answer of the API', () => {
  test.each([
    ['aws-sdk:sqs:sendMessage', 'Md5OfMessageBody'],
    ['sqs:sendMessage', 'MD5OfMessageBody'],
    ['events:putEvents', 'FailedEntryCount'],
    ['states:startExecution', 'ExecutionArn'],
    ['states:startExecution.sync', 'Output'],
    ['states:startExecution.sync:2', 'Output'],
    ['ecs:runTask.sync', 'Tasks'],
    ['emr-serverless:startJobRun.sync', 'JobRun'],
  ])('%s has %s', (call, name) => {
    expect(member(apiResultShape(resource(call)), name)).toBeDefined();
  });

  test.each([
    'arn:aws:lambda:us-east-1:123456789012:function:work',
    'arn:aws:states:us-east-1:123456789012:activity:review',
    'sqs:sendMessage.waitForTaskToken',
    'aws-sdk:sqs:sendMessage.waitForTaskToken',
    'http:invoke',
    'apigateway:invoke',
    'eks:call',
    'eks:runJob.sync',
    'eks:deleteCluster.sync',
    'elasticmapreduce:createCluster',
    'elasticmapreduce:addStep',
    'emr-containers:startJobRun',
    'emr-serverless:createApplication',
    'bedrockagentcore:invokeHarness',
    'aws-sdk:newservice:doSomething',
    '${Resource}',
  ])('%s has none', (call) => {
    expect(apiResultShape(resource(call))).toBeUndefined();
    expect(taskResultShape(resource(call))).toBeUndefined();
  });
});

describe('the result of the Task', () => {
  test.each([
    ['lambda:invoke', 'Payload', 'blob', 'json'],
    ['bedrock:invokeModel', 'Body', 'blob', 'json'],
    ['aws-sdk:lambda:invoke', 'Payload', 'blob', 'blob'],
    ['states:startExecution', 'StartDate', 'timestamp', 'timestamp'],
    ['states:startExecution.sync', 'StartDate', 'timestamp', 'json'],
    ['states:startExecution.sync', 'Output', 'string', 'string'],
    ['states:startExecution.sync:2', 'Output', 'string', 'json'],
    ['states:startExecution.sync:2', 'Input', 'string', 'json'],
    ['states:startExecution.sync:2', 'Status', 'string', 'string'],
    ['glue:startJobRun', 'JobRunId', 'string', 'string'],
    ['glue:startJobRun.sync', 'JobRun', 'structure', undefined],
    ['athena:startQueryExecution.sync', 'QueryExecution', 'structure', 'structure'],
    ['codebuild:startBuild', 'Build', 'structure', 'structure'],
    ['codebuild:startBuild.sync', 'Build', undefined, 'structure'],
    ['codebuild:startBuild.sync', 'Builds', 'list', undefined],
  ])('%s: %s is a %s in the answer, %s in the result', (call, name, answer, result) => {
    expect(member(apiResultShape(resource(call)), name)).toBe(answer);
    expect(member(taskResultShape(resource(call)), name)).toBe(result);
  });
});
