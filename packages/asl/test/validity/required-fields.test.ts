import { alone, awsAnswers } from './aws-answers';

const lambda = 'arn:aws:states:::lambda:invoke';

test.each([
  ['an empty definition', {}, 'These fields are required: [States, StartAt]', '/'],
  ['a state without a type', alone({}), 'These fields are required: [Type]', '/States/A'],
  [
    'no way on',
    alone({ Type: 'Pass' }),
    'This object should have only one of the following fields: [Next, End]',
    '/States/A',
  ],
  [
    'End: false',
    alone({ Type: 'Pass', End: false }),
    'This object should have only one of the following fields: [Next, End]',
    '/States/A',
  ],
  [
    'a Map without work',
    alone({ Type: 'Map', End: true }),
    'This object should have only one of the following fields: [ItemProcessor, Iterator]',
    '/States/A',
  ],
  [
    'no role',
    alone({ Type: 'Task', Resource: lambda, Credentials: {}, End: true }),
    "The field 'RoleArn' is required but was missing",
    '/States/A/Credentials',
  ],
  [
    'a Catcher',
    alone({ Type: 'Task', Resource: lambda, Catch: [{ ErrorEquals: ['States.ALL'] }], End: true }),
    'These fields are required: [Next]',
    '/States/A/Catch[0]',
  ],
])('AWS’s answer to %s', (_name, definition, message, location) => {
  expect(awsAnswers('required-fields', definition)).toEqual([['SCHEMA_VALIDATION_FAILED', message, location]]);
});
