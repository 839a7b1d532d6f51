import { answersOf, machine, problemsOf } from './answers';

const task = (fields: object) => machine({ Pay: { Type: 'Task', ...fields, End: true } });
const jsonata = (fields: object) => ({ QueryLanguage: 'JSONata', ...task(fields) });
const schema = (message: string, location: string) => ['SCHEMA_VALIDATION_FAILED', message, location];
const notACall = (key: string, location: string) =>
  schema(`The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`, location);

test('inside a template AWS names the key, and the field as the place', () => {
  const definition = task({ Parameters: { list: [{ 'a.$': '$.[', 'b.$': 'text', 'c.$': "States.Format('\\\"')" }] } });
  const at = '/States/Pay/Parameters';
  expect(answersOf('valid-json-paths', definition)).toEqual([notACall('a.$', at)]);
  expect(answersOf('valid-payload-templates', definition)).toEqual([notACall('b.$', at)]);
  expect(answersOf('valid-intrinsics', definition)).toEqual([notACall('c.$', at)]);
});

test('a call with the wrong arguments is accepted, and fails when it runs', () => {
  const definition = task({ Parameters: { 'a.$': "States.MathAdd('1', 2)" } });
  expect(problemsOf('valid-intrinsics', definition)).toHaveLength(1);
  expect(answersOf('valid-intrinsics', definition)).toEqual([]);
});

test('fields that hold a path', () => {
  expect(answersOf('valid-json-paths', task({ InputPath: 'a' }))).toEqual([
    schema('Value is not a valid JSONPath', '/States/Pay/InputPath'),
  ]);
  expect(answersOf('valid-reference-paths', task({ ResultPath: '$.a[*]', Catch: [{ ResultPath: '$$' }] }))).toEqual([
    schema('Value is not a Reference Path', '/States/Pay/ResultPath'),
    schema('Value is not a Reference Path', '/States/Pay/Catch[0]/ResultPath'),
  ]);
});

test('JSONata is answered at its place inside the field', () => {
  const at = '/States/Pay/Output/list[0]/total';
  const answers = (text: string) => answersOf('valid-jsonata', jsonata({ Output: { list: [{ total: text }] } }));
  expect(answers('{% $sum(1 %}')).toEqual([['INVALID_JSONATA_EXPRESSION', 'Expected ")", got end of expression', at]]);
  expect(answers('{% phone %}')).toEqual([
    ['UNSUPPORTED_JSONATA_EXPRESSION', "Reference to 'phone' at the top level is not supported.", at],
  ]);
  expect(answers('{% $states.errorOutput %}')).toEqual([
    ['UNSUPPORTED_JSONATA_EXPRESSION', "Reference to '$states.errorOutput' is not supported.", at],
  ]);
});

test('a member that $states does not have is accepted, and gives nothing when it is evaluated', () => {
  const definition = jsonata({ Output: '{% $states.reslt %}' });
  expect(problemsOf('valid-jsonata', definition)).toHaveLength(1);
  expect(answersOf('valid-jsonata', definition)).toEqual([]);
});

test('timestamps', () => {
  expect(answersOf('valid-timestamps', machine({ W: { Type: 'Wait', Timestamp: 'now', End: true } }))).toEqual([
    schema('String does not match RFC3339 timestamp', '/States/W/Timestamp'),
  ]);
});

test('variables', () => {
  expect(answersOf('valid-variables', task({ Assign: { states: 1 }, Catch: [{ Assign: { 'a-b': 1 } }] }))).toEqual([
    schema('Invalid variable name: states', '/States/Pay/Assign'),
    schema('Invalid variable name: a-b', '/States/Pay/Catch[0]/Assign'),
  ]);
});
