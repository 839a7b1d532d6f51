import { loadCatalogue, sdkActionFault } from '../../src/services';
import { otherServiceNames } from '../../src/services/other-service-names';

test.each([
  ['dynamodb:putItem', undefined],
  ['s3:listBuckets', undefined],
  ['bedrockruntime:converse', undefined],
  ['newer:thanUs', undefined],
  ['dynamodb:explodeTable', undefined],
  ['dynamodb:PutItem', { kind: 'case', part: 'action', meant: 'putItem' }],
  ['rds:describeDbInstances', { kind: 'case', part: 'action', meant: 'describeDBInstances' }],
  ['dynamodb:putItme', { kind: 'near', part: 'action', meant: 'putItem' }],
  ['dynamodb:putItems', { kind: 'near', part: 'action', meant: 'putItem' }],
  ['DynamoDB:putItem', { kind: 'case', part: 'service', meant: 'dynamodb' }],
  ['dynamdb:putItem', { kind: 'near', part: 'service', meant: 'dynamodb' }],
  ['logs:createLogStream', { kind: 'near', part: 'service', meant: 'cloudwatchlogs' }],
  ['states:startSyncExecution', { kind: 'near', part: 'service', meant: 'sfn' }],
  ['states:describeExecution', { kind: 'near', part: 'service', meant: 'sfn' }],
  ['step-functions:startExecution', { kind: 'near', part: 'service', meant: 'sfn' }],
  ['events:putEvents', { kind: 'near', part: 'service', meant: 'eventbridge' }],
  ['elasticmapreduce:listClusters', { kind: 'near', part: 'service', meant: 'emr' }],
  ['secretmanager:getSecretValue', { kind: 'near', part: 'service', meant: 'secretsmanager' }],
  ['dynamodb:startSyncExecution', { kind: 'near', part: 'service', meant: 'sfn' }],
  ['sts:assumeRole', { kind: 'unsupported', part: 'action' }],
  ['lambda:invokeWithResponseStream', { kind: 'unsupported', part: 'action' }],
])('%s', (call, expected) => {
  const [service, action] = call.split(':') as [string, string];
  expect(sdkActionFault(service, action)).toEqual(expected);
});

test('nothing of the catalogue is misspelt', () => {
  for (const [service, { actions }] of Object.entries(loadCatalogue().services)) {
    for (const action of Object.keys(actions)) {
      expect(['unsupported', undefined]).toContain(sdkActionFault(service, action)?.kind);
    }
  }
});

test('the other names of services are no names of services, and lead to some', () => {
  const { services } = loadCatalogue();
  for (const [other, meant] of otherServiceNames) {
    expect(services).not.toHaveProperty(other);
    expect(services).toHaveProperty(meant);
  }
});
