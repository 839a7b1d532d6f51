import type * as Services from '../../src/services';
import { findAction, findService, loadCatalogue, optimizedServices } from '../../src/services';

test('names its source', () => {
  const { source, date } = loadCatalogue();
  expect(source).toMatch(/^aws-sdk \d/);
  expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('is not loaded before the first question', () => {
  const loaded = jest.fn(() => ({ catalogue: { services: {} } }));
  jest.doMock('../../src/services/catalogue-data', loaded);
  jest.isolateModules(() => {
    const services = jest.requireActual<typeof Services>('../../src/services');
    services.parseResource('arn:aws:states:::aws-sdk:sqs:purgeQueue');
    expect(loaded).not.toHaveBeenCalled();
    services.findAction('sqs', 'purgeQueue');
    expect(loaded).toHaveBeenCalledTimes(1);
  });
  jest.dontMock('../../src/services/catalogue-data');
});

test.each([
  ['dynamodb', 'putItem', { required: ['TableName', 'Item'] }],
  ['ecs', 'runTask', { required: ['TaskDefinition'], token: 'ClientToken' }],
  [
    'textract',
    'startDocumentAnalysis',
    { required: ['DocumentLocation', 'FeatureTypes'], token: 'ClientRequestToken' },
  ],
  ['s3', 'listBuckets', {}],
  ['rds', 'describeDBInstances', {}],
  ['lambda', 'invokeAsync', { required: ['FunctionName', 'InvokeArgs'], deprecated: true }],
  ['bedrockruntime', 'converseStream', { required: ['ModelId', 'Messages'], stream: true }],
])('%s:%s', (service, action, expected) => {
  expect(findAction(service, action)).toEqual({ known: true, action: expected });
});

test.each([
  ['sqs', 'sendMesage', 'sqs:sendMessage'],
  ['sqs', 'SendMessage', 'sqs:sendMessage'],
  ['dynamoDb', 'putItem', 'dynamodb:putItem'],
  ['sqs', 'constructor', undefined],
  ['__proto__', 'toString', undefined],
])('%s:%s is not known; nearest: %s', (service, action, nearest) => {
  expect(findAction(service, action)).toEqual({ known: false, nearest });
});

// Names of the Java SDK that differ from the plain rules; recorded error names have the first three.
test.each([
  ['dynamodb', 'DynamoDb'],
  ['sfn', 'Sfn'],
  ['secretsmanager', 'SecretsManager'],
  ['apigatewayv2', 'ApiGatewayV2'],
  ['b2bi', 'B2Bi'],
  ['cloudhsmv2', 'CloudHsmV2'],
  ['config', 'Config'],
  ['databasemigration', 'DatabaseMigration'],
  ['ec2', 'Ec2'],
  ['elasticloadbalancingv2', 'ElasticLoadBalancingV2'],
  ['fsx', 'FSx'],
  ['iotanalytics', 'IoTAnalytics'],
  ['iotwireless', 'IotWireless'],
  ['lexruntime', 'LexRuntime'],
  ['mturk', 'MTurk'],
  ['s3control', 'S3Control'],
  ['sagemaker', 'SageMaker'],
  ['sagemakeredge', 'SagemakerEdge'],
  ['wafv2', 'Wafv2'],
  ['xray', 'XRay'],
])('the errors of %s begin with %s', (service, prefix) => {
  expect(findService(service)?.errorPrefix).toBe(prefix);
});

test('the API action behind every optimized integration exists', () => {
  const behind = [...optimizedServices.values()].flatMap(({ actions }) =>
    [...actions.values()].flatMap(({ sdk }) => sdk ?? []),
  );
  const missing = behind.filter((name) => {
    const [service = '', action = ''] = name.split(':');
    return !findAction(service, action).known;
  });
  expect(missing).toEqual([]);
});
