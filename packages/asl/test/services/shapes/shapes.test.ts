import * as fs from 'node:fs';
import { join } from 'node:path';
import type * as Services from '../../../src/services';
import { errorsOfAction, findService, inputShape, outputShape, shapesSource, type Shape } from '../../../src/services';

/** The shape of a member, `[]` for what a list or a map holds. */
function at(shape: Shape | undefined, path: string): Shape | undefined {
  return path.split('.').reduce<Shape | undefined>((found, step) => {
    if (found?.kind === 'structure') return found.members.get(step);
    if (found?.kind === 'list') return found.item;
    return found?.kind === 'map' ? found.value : undefined;
  }, shape);
}

test('names its source', () => {
  const { source, license, date } = shapesSource();
  expect(source).toMatch(/^botocore \d/);
  expect(license).toMatch(/^Apache-2.0/);
  expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test.each<[string, string, string, Shape]>([
  ['lambda', 'getFunction', 'Configuration.MemorySize', { kind: 'integer', min: 128, max: 32768 }],
  ['kms', 'encrypt', 'CiphertextBlob', { kind: 'blob', minLength: 1, maxLength: 6144 }],
  ['s3', 'getObject', 'Body', { kind: 'blob' }],
  ['s3', 'getObject', 'Metadata.[]', { kind: 'string' }],
  ['sfn', 'describeExecution', 'StartDate', { kind: 'timestamp' }],
  ['sfn', 'describeExecution', 'InputDetails.Included', { kind: 'boolean' }],
  ['dynamodb', 'putItem', 'ConsumedCapacity.CapacityUnits', { kind: 'number' }],
  [
    'comprehend',
    'detectSentiment',
    'Sentiment',
    { kind: 'string', values: ['POSITIVE', 'NEGATIVE', 'NEUTRAL', 'MIXED'] },
  ],
  ['rds', 'describeDBInstances', 'DbInstances.[].DbInstanceStatus', { kind: 'string' }],
  ['bedrockruntime', 'converse', 'Output.Message.Content.[].ToolUse.Input', { kind: 'json' }],
])('%s:%s answers with %s', (service, action, path, expected) => {
  expect(at(outputShape(service, action), path)).toEqual(expected);
});

test('a list may have limits', () => {
  expect(at(inputShape('eventbridge', 'putEvents'), 'Entries')).toMatchObject({
    kind: 'list',
    minItems: 1,
    maxItems: 10,
  });
  expect(at(inputShape('sqs', 'sendMessageBatch'), 'Entries')).not.toHaveProperty('maxItems');
});

test('names are those of AWS SDK integrations, or of the API', () => {
  expect(at(inputShape('rds', 'createDBInstance'), 'DbInstanceClass')).toEqual({ kind: 'string' });
  expect(inputShape('rds', 'createDBInstance')).toMatchObject({
    required: ['DbInstanceIdentifier', 'DbInstanceClass', 'Engine'],
  });
  expect(at(inputShape('rds', 'createDBInstance', 'api'), 'DBInstanceClass')).toEqual({ kind: 'string' });
  expect(at(inputShape('rds', 'createDBInstance', 'api'), 'DbInstanceClass')).toBeUndefined();
});

test('what is required is required', () => {
  expect(outputShape('sfn', 'startExecution')).toMatchObject({ required: ['ExecutionArn', 'StartDate'] });
  expect(inputShape('sqs', 'sendMessage')).toMatchObject({ required: ['QueueUrl', 'MessageBody'] });
});

test('a shape may contain itself', () => {
  const item = at(inputShape('dynamodb', 'putItem'), 'Item.[]');
  expect(item).toMatchObject({ kind: 'structure' });
  expect(at(item, 'M.[]')).toBe(item);
  expect(at(item, 'L.[].M.[].S')).toEqual({ kind: 'string' });
});

test.each([
  ['sqs', 'deleteMessage'],
  ['sqs', 'constructor'],
  ['sqs', 'sendMesage'],
  ['sqss', 'sendMessage'],
  ['../shapes/sqs', 'sendMessage'],
  ['__proto__', 'toString'],
  ['bedrockruntime', 'converseStream'],
])('%s:%s has no answer that is known', (service, action) => {
  expect(outputShape(service, action)).toBeUndefined();
});

test('an action without parameters has no input', () => {
  expect(inputShape('sts', 'getCallerIdentity')).toMatchObject({ kind: 'structure', required: [] });
  expect(inputShape('cognitoidentityprovider', 'constructor')).toBeUndefined();
});

test('every service can be read, and has the members that the catalogue demands', () => {
  const folder = join(__dirname, '../../../data/shapes');
  const missing: string[] = [];
  for (const service of fs.readdirSync(folder).map((file) => file.replace(/\.json$/, ''))) {
    for (const [action, { required = [] }] of Object.entries(findService(service)?.actions ?? {})) {
      const input = inputShape(service, action, 'api');
      if (input?.kind !== 'structure') continue;
      missing.push(
        ...required.filter((name) => !input.members.has(name)).map((name) => `${service}:${action} ${name}`),
      );
    }
  }
  // AWS has taken these back since the catalogue was made.
  expect(missing).toEqual(
    ['TotalMemoryLimit', 'TotalCpuLimit', 'ContainerDefinitions'].map(
      (name) => `gamelift:createContainerGroupDefinition ${name}`,
    ),
  );
});

test.each([
  [
    'secretsmanager',
    'deleteResourcePolicy',
    ['InternalServiceError', 'InvalidParameterException', 'InvalidRequestException', 'ResourceNotFoundException'],
  ],
  ['s3', 'putObject', undefined],
  ['sqs', 'teleportMessage', undefined],
])('the errors of %s:%s', (service, action, expected) => {
  expect(errorsOfAction(service, action)).toEqual(expected);
});

test('nothing is read before the first question, and of one service only', () => {
  const readFileSync = jest.fn(fs.readFileSync);
  jest.doMock('node:fs', () => ({ ...fs, readFileSync }));
  jest.isolateModules(() => {
    const services = jest.requireActual<typeof Services>('../../../src/services');
    services.outputShape('sqs', 'sendMessage');
    services.inputShape('sqs', 'purgeQueue');
  });
  jest.dontMock('node:fs');
  expect(readFileSync.mock.calls.map(([file]) => String(file).replace(/.*\//, ''))).toEqual(['sqs.json']);
});
