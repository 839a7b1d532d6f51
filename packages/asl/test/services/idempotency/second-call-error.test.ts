import { secondCallError } from '../../../src/services';
import type { TaskState } from '../../../src/syntax';
import { call, machineOf } from '../../analysis/machines';

const errorOf = (resource: string, Parameters: object) => {
  const [task] = machineOf({ A: call(resource, { Parameters, End: true }) }).states as readonly TaskState[];
  return secondCallError(task!.resource, task!.callParameters);
};

const once = { ConditionExpression: 'attribute_not_exists(id) AND #n > :n' };

test.each([
  ['dynamodb:putItem', once, 'DynamoDB.ConditionalCheckFailedException'],
  ['dynamodb:updateItem', once, 'DynamoDB.ConditionalCheckFailedException'],
  ['aws-sdk:dynamodb:putItem', once, 'DynamoDb.ConditionalCheckFailedException'],
  ['aws-sdk:transcribe:startTranscriptionJob', { TranscriptionJobName: 'a' }, 'Transcribe.ConflictException'],
  ['dynamodb:putItem', { ConditionExpression: 'attribute_exists(id)' }, undefined],
  ['dynamodb:putItem', {}, undefined],
  ['dynamodb:deleteItem', once, undefined],
  ['sqs:sendMessage', {}, undefined],
  ['lambda:invoke', {}, undefined],
  // SageMaker tells that a name is taken by an error that says many things.
  ['aws-sdk:sagemaker:createModel', { ModelName: 'a' }, undefined],
])('a second %s with %j fails with %s', (resource, parameters, error) => {
  expect(errorOf(resource, parameters)).toBe(error);
});
