import { errorPrefixesOf, parseResource, servicesWithPrefix } from '../../src/services';

test.each([
  ['arn:aws:states:::dynamodb:putItem', ['DynamoDB']],
  ['arn:aws:states:::aws-sdk:dynamodb:putItem', ['DynamoDb']],
  ['arn:aws:states:::states:startExecution.sync', ['StepFunctions']],
  ['arn:aws:states:::http:invoke', ['States.Http', 'Events.ConnectionResource']],
  ['arn:aws:states:::aws-sdk:newerthanus:doThings', undefined],
  ['arn:aws:lambda:::function:pay', undefined],
  ['${Arn}', undefined],
])('%s', (text, expected) => {
  expect(errorPrefixesOf(parseResource(text))).toEqual(expected);
});

test.each([
  ['DynamoDB', ['dynamodb']],
  ['DynamoDb', ['dynamodb']],
  ['AmazonECS', ['ecs']],
  ['EventBridge', ['eventbridge']],
  ['ElasticMapReduce', ['emr']],
  ['MyService', []],
])('services with %s', (prefix, expected) => {
  expect(servicesWithPrefix(prefix)).toEqual(expected);
});
