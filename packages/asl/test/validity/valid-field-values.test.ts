import { alone, awsAnswers } from './aws-answers';

const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const map = { Type: 'Map', ItemProcessor: {}, End: true };
const retry = (retrier: object) => alone({ ...task, Retry: [{ ErrorEquals: ['Busy'], ...retrier }] });

test('a definition that is no object has no place', () => {
  expect(awsAnswers('valid-field-values', '"States"')).toEqual([
    ['SCHEMA_VALIDATION_FAILED', 'Definition must be a valid JSON object'],
  ]);
});

test.each([
  [
    alone({ Type: 'task' }),
    "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]",
    '/States/A/Type',
  ],
  [alone({ Type: 'Succeed' }, { Version: '2.0' }), 'Value should be one of the following: [1.0]', '/Version'],
  [
    alone({ Type: 'Succeed', QueryLanguage: 'jq' }),
    'Value should be one of the following: [JSONPath, JSONata]',
    '/States/A/QueryLanguage',
  ],
  [
    retry({ JitterStrategy: 'SOME' }),
    'Value should be one of the following: [NONE, FULL]',
    '/States/A/Retry[0]/JitterStrategy',
  ],
  [retry({ BackoffRate: 0.5 }), 'Minimum value is 1.0', '/States/A/Retry[0]/BackoffRate'],
  [retry({ MaxAttempts: 100_000_000 }), 'Maximum value is 99999999', '/States/A/Retry[0]/MaxAttempts'],
  [retry({ ErrorEquals: [] }), 'Value cannot be empty', '/States/A/Retry[0]/ErrorEquals'],
  [alone({ ...task, TimeoutSeconds: 0 }), 'Minimum value is 1', '/States/A/TimeoutSeconds'],
  [alone({ ...task, TimeoutSeconds: '5' }), 'Expected value of type Integer', '/States/A/TimeoutSeconds'],
  [alone({ ...map, ToleratedFailurePercentage: -1 }), 'Minimum value is 0.0', '/States/A/ToleratedFailurePercentage'],
  [
    alone({ ...map, ToleratedFailurePercentage: 101 }),
    'Maximum value is 100.0',
    '/States/A/ToleratedFailurePercentage',
  ],
  [
    alone({ ...map, ItemReader: { ReaderConfig: { MaxItems: 100_000_001 } } }),
    'Maximum value is 100000000',
    '/States/A/ItemReader/ReaderConfig/MaxItems',
  ],
  [alone({ Type: 'Parallel', Branches: [], End: true }), 'Value cannot be empty', '/States/A/Branches'],
])('AWS’s answer to %j', (definition, message, location) => {
  expect(awsAnswers('valid-field-values', definition)).toEqual([['SCHEMA_VALIDATION_FAILED', message, location]]);
});
