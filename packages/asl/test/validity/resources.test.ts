import { alone, awsAnswers } from './aws-answers';

const task = (Resource: string) => alone({ Type: 'Task', Resource, End: true });
const at = '/States/A/Resource';

test('valid-resources', () => {
  expect(awsAnswers('valid-resources', task('arn:aws:states:::dynamodb:query'))).toEqual([
    [
      'SCHEMA_VALIDATION_FAILED',
      'The resource provided arn:aws:states:::dynamodb:query is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.',
      at,
    ],
  ]);
});

// Recorded from AWS, the blank at the end included.
test.each([
  ['arn:aws:states:::states:startExecution.sync', "'.sync' service integration"],
  ['arn:aws:states:::sns:publish.waitForTaskToken', "'.waitForTaskToken' service integration "],
  ['arn:aws:states:us-east-1:123456789012:activity:approve', 'Activity ARN'],
])('no-express-unsupported: %s', (resource, what) => {
  expect(awsAnswers('no-express-unsupported', task(resource), 'EXPRESS')).toEqual([
    ['SCHEMA_VALIDATION_FAILED', `Express state machine does not support ${what}`, at],
  ]);
  expect(awsAnswers('no-express-unsupported', task(resource), 'STANDARD')).toEqual([]);
});
