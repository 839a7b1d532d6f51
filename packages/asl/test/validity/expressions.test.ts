import { alone, awsAnswers } from './aws-answers';

const task = (fields: object, machine: object = {}) => alone({ Type: 'Task', ...fields, End: true }, machine);
const jsonata = (fields: object) => task(fields, { QueryLanguage: 'JSONata' });
const schema = (message: string, location: string) => ['SCHEMA_VALIDATION_FAILED', message, location];
const notACall = (key: string, location: string) =>
  schema(`The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`, location);

test('inside a template AWS names the key, and the field as the place', () => {
  const definition = task({ Parameters: { list: [{ 'a.$': '$.[', 'b.$': 'text', 'c.$': "States.Format('\\\"')" }] } });
  const at = '/States/A/Parameters';
  expect(awsAnswers('valid-json-paths', definition)).toEqual([notACall('a.$', at)]);
  expect(awsAnswers('valid-payload-templates', definition)).toEqual([notACall('b.$', at)]);
  expect(awsAnswers('valid-intrinsics', definition)).toEqual([notACall('c.$', at)]);
});

test('a call with the wrong arguments is accepted, and fails when it runs', () => {
  const definition = task({ Parameters: { 'a.$': "States.MathAdd('1', 2)" } });
  expect(awsAnswers('valid-intrinsics', definition)).toEqual([undefined]);
});

test('fields that hold a path', () => {
  expect(awsAnswers('valid-json-paths', task({ InputPath: 'a' }))).toEqual([
    schema('Value is not a valid JSONPath', '/States/A/InputPath'),
  ]);
  expect(awsAnswers('valid-reference-paths', task({ ResultPath: '$.a[*]', Catch: [{ ResultPath: '$$' }] }))).toEqual([
    schema('Value is not a Reference Path', '/States/A/ResultPath'),
    schema('Value is not a Reference Path', '/States/A/Catch[0]/ResultPath'),
  ]);
});

test('JSONata is answered at its place inside the field', () => {
  const at = '/States/A/Output/list[0]/total';
  const answers = (text: string) => awsAnswers('valid-jsonata', jsonata({ Output: { list: [{ total: text }] } }));
  expect(answers('{% $sum(1 %}')).toEqual([
    ['INVALID_JSONATA_EXPRESSION', 'Expected ")" before end of expression', at],
  ]);
  expect(answers('{% phone %}')).toEqual([
    ['UNSUPPORTED_JSONATA_EXPRESSION', "Reference to 'phone' at the top level is not supported.", at],
  ]);
  expect(answers('{% $states.errorOutput %}')).toEqual([
    ['UNSUPPORTED_JSONATA_EXPRESSION', "Reference to '$states.errorOutput' is not supported.", at],
  ]);
});

test('a member that $states does not have is accepted, and gives nothing when it is evaluated', () => {
  const definition = jsonata({ Output: '{% $states.reslt %}' });
  expect(awsAnswers('valid-jsonata', definition)).toEqual([undefined]);
});

test('timestamps', () => {
  expect(awsAnswers('valid-timestamps', alone({ Type: 'Wait', Timestamp: 'now', End: true }))).toEqual([
    schema('String does not match RFC3339 timestamp', '/States/A/Timestamp'),
  ]);
});

test('variables', () => {
  expect(awsAnswers('valid-variables', task({ Assign: { states: 1 }, Catch: [{ Assign: { 'a-b': 1 } }] }))).toEqual([
    ['RESERVED_VARIABLE_NAME', 'Reserved variable name: states', '/States/A/Assign'],
    ['INVALID_VARIABLE_NAME', 'Invalid variable name: a-b', '/States/A/Catch[0]/Assign'],
  ]);
});
