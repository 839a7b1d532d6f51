import Ajv from 'ajv';
import { aslJsonSchema } from '../../src';

const isValid = new Ajv({ strict: false, allErrors: true }).compile(aslJsonSchema());
const alone = (state: unknown, machine: object = {}) => ({ ...machine, StartAt: 'A', States: { A: state } });
const task = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true };
const inner = { StartAt: 'B', States: { B: { Type: 'Succeed' } } };

test.each([
  alone({ Type: 'Succeed' }),
  alone({ ...task, Retry: [{ ErrorEquals: ['States.ALL'], BackoffRate: 1.5 }], ResultPath: null, TimeoutSeconds: 5 }),
  alone(
    { ...task, Arguments: '{% $states.input %}', Output: null, TimeoutSeconds: '{% 5 %}' },
    { QueryLanguage: 'JSONata' },
  ),
  alone({ Type: 'Map', MaxConcurrency: '${n}', End: '${end}', ToleratedFailurePercentage: 0.5, ItemProcessor: inner }),
  alone({ Type: 'Choice', Choices: [{ Not: { And: [{ Variable: '$.a', IsNull: true }] }, Next: 'A' }], Default: 'A' }),
  alone({ Type: 'Choice', Choices: [{ Condition: true, Next: 'A' }] }, { QueryLanguage: 'JSONata' }),
  alone({ Type: 'Parallel', Branches: [inner, { ...inner, Comment: 'two' }], Parameters: {}, End: true }),
  alone({ Type: 'Pass', Result: [1, { 'a.$': 'b' }], Assign: { list: [1] }, End: true }),
  alone({ Type: 'Task', Resource: 'x', Credentials: { 'RoleArn.$': '$.role' }, End: true }),
])('accepts %j', (definition) => {
  isValid(definition);
  expect(isValid.errors).toBeNull();
});

test.each([
  ['no object', []],
  ['no StartAt', { States: { A: { Type: 'Succeed' } } }],
  ['no state', { StartAt: 'A', States: {} }],
  ['no type', alone({ End: true })],
  ['an unknown type', alone({ Type: 'task' })],
  ['a missing field', alone({ Type: 'Task', End: true })],
  ['a field of another state', alone({ Type: 'Wait', Seconds: 5, Catch: [] })],
  ['a misspelt field', alone({ ...task, Comments: 'x' })],
  ['a misspelt field of the machine', alone({ Type: 'Succeed' }, { Timeout: 5 })],
  ['a text for a number', alone({ ...task, TimeoutSeconds: '5' })],
  ['a number out of range', alone({ ...task, TimeoutSeconds: 0 })],
  ['a fraction of a second', alone({ Type: 'Wait', Seconds: 0.5 })],
  ['a word that is not allowed', alone({ Type: 'Succeed' }, { QueryLanguage: 'jq' })],
  ['an empty list', alone({ Type: 'Parallel', Branches: [], End: true })],
  ['a wrong name of an error', alone({ ...task, Retry: [{ ErrorEquals: [5] }] })],
  [
    'a wrong state deep inside',
    alone({ Type: 'Map', ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Wait', Seconds: -1 } } } }),
  ],
  [
    'a Next inside a condition',
    alone({ Type: 'Choice', Choices: [{ Not: { Variable: '$.a', Next: 'A' }, Next: 'A' }] }),
  ],
])('refuses %s', (_title, definition) => {
  expect(isValid(definition)).toBe(false);
});

test('is the same each time', () => {
  expect(aslJsonSchema()).toEqual(aslJsonSchema());
  expect(JSON.stringify(aslJsonSchema())).not.toContain('undefined');
});
