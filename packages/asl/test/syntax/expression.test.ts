import { descendantsOf } from '../../src';
import { parse, stateOf } from './parsing';

const jsonata = { QueryLanguage: 'JSONata' };

/** Kind, place inside the node, text and language of every expression of a state and its parts. */
const found = (state: object, machine: object = {}) =>
  [...descendantsOf(stateOf(state, machine))].flatMap((node) =>
    node.fields.flatMap((field) =>
      field.expressions.map(({ kind, path, text, parsed }) => [kind, path, text, parsed.language]),
    ),
  );

test('paths of the fields of a state', () => {
  expect(
    found({
      Type: 'Map',
      InputPath: '$.order',
      ResultPath: null,
      OutputPath: '$$',
      ItemsPath: '$.items[0]',
      MaxConcurrencyPath: '$n',
    }),
  ).toEqual([
    ['path', 'InputPath', '$.order', 'path'],
    ['path', 'OutputPath', '$$', 'path'],
    ['reference-path', 'ItemsPath', '$.items[0]', 'reference-path'],
    ['reference-path', 'MaxConcurrencyPath', '$n', 'reference-path'],
  ]);
});

test('payload templates: the keys that end in .$, at any depth, and nothing else', () => {
  expect(
    found({
      Type: 'Task',
      Parameters: { 'id.$': '$.id', literal: '$.id', list: [{ 'name.$': "States.Format('{}', $.n)" }], 'odd.$': 5 },
      ResultSelector: { 'all.$': '$' },
      Assign: { 'x.$': '$.x' },
    }),
  ).toEqual([
    ['payload', 'Parameters/id.$', '$.id', 'path'],
    ['payload', 'Parameters/list[0]/name.$', "States.Format('{}', $.n)", 'intrinsic'],
    ['payload', 'Parameters/odd.$', undefined, 'none'],
    ['payload', 'ResultSelector/all.$', '$', 'path'],
    ['payload', 'Assign/x.$', '$.x', 'path'],
  ]);
});

test('a Result is taken literally', () => {
  expect(found({ Type: 'Pass', Result: { 'id.$': '$.id' } })).toEqual([]);
});

test('JSONata at any depth, also with one delimiter only', () => {
  expect(
    found(
      {
        Type: 'Task',
        Arguments: { list: ['{% $a %}', 'literal', { key: '{% $b' }] },
        Output: '{% $states.result %}',
        TimeoutSeconds: '{% 5 %}',
        Assign: { x: ' $c %}' },
        Comment: '{% not an expression %}',
      },
      jsonata,
    ),
  ).toEqual([
    ['jsonata', 'Arguments/list[0]', '{% $a %}', 'jsonata'],
    ['jsonata', 'Arguments/list[2]/key', '{% $b', 'jsonata'],
    ['jsonata', 'Output', '{% $states.result %}', 'jsonata'],
    ['jsonata', 'TimeoutSeconds', '{% 5 %}', 'jsonata'],
    ['jsonata', 'Assign/x', ' $c %}', 'jsonata'],
  ]);
});

test('no JSONata in JSONPath, and no payload keys in JSONata', () => {
  expect(found({ Type: 'Pass', Assign: { x: '{% $a %}' }, End: true })).toEqual([]);
  expect(found({ Type: 'Pass', Assign: { 'x.$': '$.x' }, End: true }, jsonata)).toEqual([]);
});

test('rules, conditions and roles', () => {
  expect(found({ Type: 'Choice', Choices: [{ And: [{ Variable: '$.a', StringEqualsPath: '$.b' }] }] })).toEqual([
    ['path', 'Variable', '$.a', 'path'],
    ['path', 'StringEqualsPath', '$.b', 'path'],
  ]);
  expect(found({ Type: 'Choice', Choices: [{ Condition: '{% $a %}' }, { Condition: true }] }, jsonata)).toEqual([
    ['jsonata', 'Condition', '{% $a %}', 'jsonata'],
  ]);
  expect(found({ Type: 'Task', Credentials: { 'RoleArn.$': "States.Format('arn:{}', $.a)" } })).toEqual([
    ['path-or-intrinsic', 'RoleArn.$', "States.Format('arn:{}', $.a)", 'intrinsic'],
  ]);
});

test('a placeholder leaves an expression unknown where it would be faulty', () => {
  expect(
    found({ Type: 'Pass', InputPath: '${path}', ResultPath: '$.items[${index}]', OutputPath: '$.orders' }),
  ).toEqual([
    ['path', 'InputPath', '${path}', 'unknown'],
    ['reference-path', 'ResultPath', '$.items[${index}]', 'unknown'],
    ['path', 'OutputPath', '$.orders', 'path'],
  ]);
});

test('a stretch of an expression is found in the file, behind escapes, too', () => {
  const text = '{"QueryLanguage":"JSONata","States":{"A":{"Type":"Pass","Output":"{% \\"a\\" & $b %}"}}}';
  const [expression] = parse(text).states[0]!.field('Output')!.expressions;
  const start = expression!.text!.indexOf('$b');
  const [from, to] = expression!.rangeOf({ start, end: start + 2 });
  expect(text.slice(from, to)).toBe('$b');
});

test('an expression is parsed once', () => {
  const [expression] = stateOf({ Type: 'Pass', InputPath: '$.a' }).field('InputPath')!.expressions;
  expect(expression!.parsed).toBe(expression!.parsed);
  const field = stateOf({ Type: 'Pass', InputPath: '$.a' }).field('InputPath')!;
  expect(field.expressions).toBe(field.expressions);
});
