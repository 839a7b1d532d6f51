import fc from 'fast-check';
import type { RandomState } from './random-machines';

const fields = (...of: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...of).map((parts) => Object.assign({}, ...parts) as object);
const field = <T>(name: string, of: fc.Arbitrary<T>) => of.map((one) => ({ [name]: one }));

const leaf = fc.constantFrom<unknown>(1, -1, 2.5, 'x', '7', '{"a":1}', '2025-01-01T00:00:00Z', true, null);
const data = fc.oneof(
  { arbitrary: leaf, weight: 3 },
  fc.array(leaf, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b'), leaf, { maxKeys: 2 }),
);
/** Data of which the analysis knows all. */
const known = fc.dictionary(fc.constantFrom('a', 'b'), data, { minKeys: 1, maxKeys: 2 });

const path = fc.constantFrom('$.a', '$.b', '$.a.b', '$.a[0]', '$', '$v');
const literal = fc.constantFrom('1', '-2', "'x'", 'true', 'null');
const argument = fc.oneof({ arbitrary: path, weight: 3 }, literal);
const call = fc.oneof(
  fc
    .constantFrom('ArrayLength', 'ArrayUnique', 'Base64Encode', 'Base64Decode', 'JsonToString', 'StringToJson')
    .chain((name) => argument.map((one) => `States.${name}(${one})`)),
  fc
    .constantFrom('MathAdd', 'ArrayContains', 'ArrayGetItem', 'ArrayPartition', 'StringSplit', 'MathRandom', 'Hash')
    .chain((name) => fc.tuple(argument, argument).map((both) => `States.${name}(${both.join(', ')})`)),
  fc.tuple(argument, argument).map((both) => `States.JsonMerge(${both.join(', ')}, false)`),
  fc.tuple(argument, argument).map((both) => `States.ArrayRange(${both.join(', ')}, 1)`),
  argument.map((one) => `States.Format('{}', ${one})`),
  argument.map((one) => `States.ArrayLength(States.Array(${one}))`),
);

const read = fc.constantFrom('$states.input.a', '$states.input.b', '$states.input.a.b', '$states.input', '$v');
const operand = fc.oneof({ arbitrary: read, weight: 3 }, fc.constantFrom('1', "'x'", 'true', '[1, 2]', '{}'));
const operation = fc.oneof(
  fc
    .constantFrom('+', '-', '*', '/', '%', '<', '>=', '&', '=', 'in', '..')
    .chain((sign) =>
      fc
        .tuple(operand, operand)
        .map(([left, right]) => (sign === '..' ? `[${left}..${right}]` : `${left} ${sign} ${right}`)),
    ),
  fc
    .constantFrom('uppercase', 'length', 'abs', 'sum', 'max', 'keys', 'number', 'fromMillis', 'toMillis', 'not', 'trim')
    .chain((name) => operand.map((one) => `$${name}(${one})`)),
  fc
    .constantFrom('split', 'join', 'contains', 'append', 'power', 'lookup', 'substring', 'round', 'zip')
    .chain((name) => fc.tuple(operand, operand).map((both) => `$${name}(${both.join(', ')})`)),
  operand.map((one) => `-${one}`),
  operand.map((one) => `${one}[0]`),
  operand.map((one) => `${one}[5]`),
  operand.map((one) => `$count(${one}) + 1`),
);
const jsonata = fc.oneof({ arbitrary: operation, weight: 3 }, read).map((text) => `{% ${text} %}`);

const next = fc.oneof({ arbitrary: fc.constant(1), weight: 5 }, fc.constantFrom(2, 3)).map((Next) => ({ Next }));
const type = (Type: string, more: object = {}) => fc.constant({ Type, ...more });
const inJsonata = { QueryLanguage: 'JSONata' };
const item = [{ Type: 'Pass', Next: 1 }];
const task = { Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work' };
const resultPath = fc.constantFrom('$.a', '$.a.c', '$.b.c.d', '$.a[0]', '$', null);

const comparison = fields(
  field('Variable', path),
  fc.oneof(
    field('NumericEquals', fc.constantFrom(1, 2)),
    field('StringLessThan', fc.constant('y')),
    field('BooleanEquals', fc.boolean()),
    field('TimestampGreaterThan', fc.constant('2024-01-01T00:00:00Z')),
    field('NumericLessThanPath', path),
  ),
);
const choices = (rule: fc.Arbitrary<object>) => fields(rule, next).map((one) => ({ Choices: [one], Default: 1 }));
const condition = fc
  .tuple(operand, fc.constantFrom('=', '<', '>='), operand)
  .map((sides) => ({ Condition: `{% ${sides.join(' ')} %}` }));

const state = fc.oneof(
  fields(type('Pass'), field('Result', data), field('ResultPath', resultPath), next),
  fields(
    type('Pass'),
    field(
      'Parameters',
      fc.oneof(path, call).map((text) => ({ 'a.$': text })),
    ),
    next,
  ),
  fields(
    type('Pass'),
    field(
      'Assign',
      fc.oneof(path, call).map((text) => ({ 'v.$': text })),
    ),
    next,
  ),
  fields(type('Wait'), field('SecondsPath', path), next),
  fields(type('Wait'), field('TimestampPath', path), next),
  fields(type('Map', { ItemProcessor: item, ResultPath: null }), field('ItemsPath', path), next),
  fields(type('Task', { ...task }), field('TimeoutSecondsPath', path), field('ResultPath', resultPath), next),
  fields(type('Pass', inJsonata), field('Output', jsonata), next),
  fields(
    type('Pass', inJsonata),
    field(
      'Output',
      jsonata.map((a) => ({ a, b: 1 })),
    ),
    next,
  ),
  fields(
    type('Pass', inJsonata),
    field(
      'Assign',
      jsonata.map((v) => ({ v })),
    ),
    next,
  ),
  fields(type('Wait', inJsonata), field('Seconds', jsonata), next),
  fields(type('Map', { ...inJsonata, ItemProcessor: item }), field('Items', jsonata), next),
  fields(type('Choice'), choices(comparison)),
  fields(type('Choice', inJsonata), choices(condition)),
) as fc.Arbitrary<RandomState>;

/** Values of all kinds, and states that want one of a certain kind. */
export const typedStates = fc
  .tuple(known, fc.array(state, { minLength: 1, maxLength: 4 }), data)
  .map(([Result, states, v]): RandomState[] => [{ Type: 'Pass', Result, Assign: { v }, Next: 1 }, ...states]);
