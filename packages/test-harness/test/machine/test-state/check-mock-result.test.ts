import { testState, type TestStateMock } from '../../../src';
import { activity, lambda } from '../../support';

const tried = (resource: string, result: unknown, fieldValidationMode?: TestStateMock['fieldValidationMode']) =>
  testState({
    definition: {
      Type: 'Task',
      Resource: resource.startsWith('arn:') ? resource : `arn:aws:states:::${resource}`,
      End: true,
    },
    mock: { result: JSON.stringify(result), ...(fieldValidationMode && { fieldValidationMode }) },
  });

const field = (name: string, problem: string) => `Mock result schema validation error: Field '${name}' ${problem}`;
const missing = (name: string) => `Mock result schema validation error: Required field '${name}' is missing`;

/** What is wrong in either mode. */
test.each<[string, unknown, string]>([
  ['sns:publish', { MessageId: 5 }, field('MessageId', 'must be a string')],
  ['sqs:sendMessage', { MD5OfMessageBody: {} }, field('MD5OfMessageBody', 'must be a string')],
  ['lambda:invoke', { Payload: { ok: true } }, field('Payload', 'must be a string')],
  ['aws-sdk:dynamodb:scan', { Count: '2' }, field('Count', 'must be a number')],
  ['aws-sdk:dynamodb:scan', { Items: { id: 1 } }, field('Items', 'must be an array')],
  ['aws-sdk:dynamodb:scan', { Items: [{ id: { N: 1 } }] }, field('N', 'must be a string')],
  ['aws-sdk:s3:headObject', { DeleteMarker: 'no' }, field('DeleteMarker', 'must be a boolean')],
  ['aws-sdk:s3:headObject', { LastModified: 0 }, field('LastModified', 'must be a string')],
  ['aws-sdk:s3:headObject', { Metadata: [] }, field('Metadata', 'must be an object')],
  ['aws-sdk:comprehend:detectSentiment', { Sentiment: 'GOOD' }, field('Sentiment', 'is not an expected value')],
  [
    'aws-sdk:rds:describeDBInstances',
    { DbInstances: [{ AllocatedStorage: '5' }] },
    field('AllocatedStorage', 'must be a number'),
  ],
  ['aws-sdk:lambda:getFunction', { Configuration: { Timeout: 0 } }, field('Timeout', 'is less than the minimum value')],
  [
    'aws-sdk:rekognition:detectLabels',
    { Labels: [{ Confidence: 101 }] },
    field('Confidence', 'exceeds the maximum value'),
  ],
  ['states:startExecution.sync', { Output: {} }, field('Output', 'must be a string')],
  ['states:startExecution.sync:2', { Output: {} }, field('Output', 'must be a string')],
  ['states:startExecution.sync:2', { StopDate: 1735689600000 }, field('StopDate', 'must be a string')],
  ['ecs:runTask.sync', { Tasks: [{ Containers: {} }] }, field('Containers', 'must be an array')],
  ['sns:publish', 'sent', 'Mocked result must be a JSON object.'],
])('%s does not answer with %j', async (resource, result, message) => {
  const refusal = { name: 'ValidationException', message };
  await expect(tried(resource, result, 'PRESENT')).rejects.toMatchObject(refusal);
  expect(await tried(resource, result, 'NONE')).toMatchObject({ status: 'SUCCEEDED', output: JSON.stringify(result) });
});

/** What the default mode demands and PRESENT does not. */
test.each<[string, unknown, string]>([
  ['states:startExecution', { StartDate: 'today' }, missing('ExecutionArn')],
  ['states:startExecution.sync:2', { ExecutionArn: 'arn' }, missing('StateMachineArn')],
  ['aws-sdk:sfn:startExecution', { executionArn: 'arn', startDate: 'today' }, missing('ExecutionArn')],
  ['aws-sdk:sfn:listExecutions', { Executions: [{ Name: 'e' }] }, missing('ExecutionArn')],
])('%s answers with more than %j', async (resource, result, message) => {
  await expect(tried(resource, result)).rejects.toMatchObject({ name: 'ValidationException', message });
  await expect(tried(resource, result, 'STRICT')).rejects.toMatchObject({ message });
  expect(await tried(resource, result, 'PRESENT')).toMatchObject({ status: 'SUCCEEDED' });
});

test.each<[string, unknown]>([
  ['sns:publish', {}],
  ['sns:publish', { MessageId: 'm', SdkHttpMetadata: { HttpStatusCode: 200 }, messageId: 5 }],
  ['lambda:invoke', { Payload: '{"ok":true}', StatusCode: 200 }],
  ['states:startExecution', { ExecutionArn: 'any text', StartDate: 'any text' }],
  ['aws-sdk:sqs:deleteMessage', 'there is no answer to compare with'],
  ['sqs:sendMessage.waitForTaskToken', { MessageId: 5 }],
  ['apigateway:invoke', { StatusCode: '200' }],
  ['http:invoke', { StatusCode: '200' }],
  ['eks:call', { StatusCode: '200' }],
  ['aws-sdk:newservice:doSomething', 5],
  [lambda, 5],
  [activity, 5],
])('%s is taken with %j', async (resource, result) => {
  expect(await tried(resource, result)).toMatchObject({ status: 'SUCCEEDED', output: JSON.stringify(result) });
});

test('a mocked error is not compared with anything', async () => {
  const request = {
    definition: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true },
    mock: { errorOutput: { error: 'E' }, fieldValidationMode: 'STRICT' },
  } as const;
  expect(await testState(request)).toMatchObject({ status: 'FAILED', error: 'E' });
});

test('a mode that does not exist is refused', async () => {
  await expect(tried('sns:publish', {}, 'LOOSE' as 'NONE')).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value 'LOOSE' at 'mock.fieldValidationMode' failed to satisfy constraint: " +
      'Member must satisfy enum value set: [STRICT, PRESENT, NONE]',
  });
});
