import type { ValidityCheckName } from '../../src';
import { alone, awsAnswers } from './aws-answers';

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const activity = 'arn:aws:states:eu-west-1:123456789012:activity:approve';
const getObject = 'arn:aws:states:::s3:getObject';
const map = (fields: object, ProcessorConfig?: object) =>
  alone({ Type: 'Map', ...fields, ItemProcessor: { ...(ProcessorConfig && { ProcessorConfig }) } });
const reading = (ReaderConfig: object) => map({ ItemReader: { Resource: getObject, ReaderConfig } });
const readerConfig = '/States/A/ItemReader/ReaderConfig';

test.each<[ValidityCheckName, object, string, string]>([
  [
    'no-conflicting-fields',
    alone({ Type: 'Pass', Next: 'A', End: true }),
    'There should only be one of the following fields: [Next, End]',
    '/States/A',
  ],
  [
    'no-conflicting-fields',
    alone({ Type: 'Wait', Seconds: 1, Timestamp: '2030-01-01T00:00:00Z' }),
    'There should only be one of the following fields: [SecondsPath, Seconds, TimestampPath, Timestamp]',
    '/States/A',
  ],
  ['no-unsupported-fields', alone({ Type: 'Wait', Catch: [] }), "Field 'Catch' is not supported", '/States/A'],
  [
    'no-unsupported-fields',
    alone({ ...task, Resource: activity, Credentials: { RoleArn: 'arn:aws:iam::123456789012:role/a' } }),
    "The field 'Credentials' is not supported for activities",
    '/States/A/Credentials',
  ],
  [
    'valid-query-language',
    alone({ Type: 'Pass', Output: 1 }),
    "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage",
    '/States/A',
  ],
  [
    'valid-query-language',
    alone({ Type: 'Pass', QueryLanguage: 'JSONPath' }, { QueryLanguage: 'JSONata' }),
    "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
    '/States/A',
  ],
  [
    'valid-error-names',
    alone({ ...task, Retry: [{ ErrorEquals: ['Busy', 'States.ALL'] }] }),
    'States.ALL must appear alone and at end of list',
    '/States/A/Retry[0]/ErrorEquals[1]',
  ],
  [
    'valid-heartbeats',
    alone({ ...task, HeartbeatSeconds: 5, TimeoutSeconds: 5 }),
    'HeartbeatSeconds must be smaller than TimeoutSeconds',
    '/States/A/HeartbeatSeconds',
  ],
  [
    'valid-map-mode',
    map({}, { Mode: 'DISTRIBUTED' }),
    'These fields are required: [ExecutionType]',
    '/States/A/ItemProcessor/ProcessorConfig',
  ],
  [
    'valid-map-mode',
    map({}, { Mode: 'INLINE', ExecutionType: 'EXPRESS' }),
    "Field 'ExecutionType' is not supported",
    '/States/A/ItemProcessor/ProcessorConfig',
  ],
  ['valid-map-mode', map({ Label: 'a' }, { Mode: 'INLINE' }), "Field 'Label' is not supported", '/States/A'],
  ['valid-item-reader', reading({ InputType: 'CSV' }), "The field 'CSVHeaderLocation' is required", readerConfig],
  [
    'valid-item-reader',
    reading({ InputType: 'JSON', CSVHeaderLocation: 'FIRST_ROW' }),
    "Field 'CSVHeaderLocation' is not supported",
    readerConfig,
  ],
  [
    'valid-item-reader',
    reading({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN' }),
    'These fields are required: [CSVHeaders]',
    readerConfig,
  ],
  ['valid-item-reader', reading({}), 'These fields are required: [InputType]', readerConfig],
  ['valid-result-writer', map({ ResultWriter: {} }), 'Value cannot be empty', '/States/A/ResultWriter'],
  [
    'valid-item-batcher',
    map({ ItemBatcher: {} }),
    'One of these fields is required: [MaxItemsPerBatch, MaxItemsPerBatchPath, MaxInputBytesPerBatch, MaxInputBytesPerBatchPath]',
    '/States/A/ItemBatcher',
  ],
])('%s: AWS’s answer to %j', (check, definition, message, location) => {
  expect(awsAnswers(check, definition)).toEqual([['SCHEMA_VALIDATION_FAILED', message, location]]);
});
