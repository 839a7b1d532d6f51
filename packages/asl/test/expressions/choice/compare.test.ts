import fc from 'fast-check';
import { choiceOperators, compareChoice } from '../../../src/expressions';
import { comparisonOperators } from '../../../src/syntax/choice-state';
import type { Json } from '../../../src/text';

test('there are the operators of the syntax', () => {
  expect([...choiceOperators].sort()).toEqual(Object.keys(comparisonOperators).sort());
  expect(choiceOperators).toHaveLength(39);
});

const everyKind: Json[] = [null, true, 0, '', 'text', '2020-01-01T00:00:00Z', [], [1], {}, { a: 1 }];

test.each<[string, Json, Json, boolean]>([
  ['StringEquals', 'a', 'a', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEquals', 'a ', 'a', false],
  ['StringLessThan', 'B', 'a', true],
  ['StringLessThan', 'a', 'ab', true],
  // UTF-16 order: the surrogates of an emoji come before the private use area.
  ['StringLessThan', '😀', '\uE000', true],
  ['StringGreaterThan', 'b', 'a', true],
  ['StringLessThanEquals', 'a', 'a', true],
  ['StringGreaterThanEquals', 'a', 'b', false],
  ['NumericEquals', 1, 1.0, true],
  ['NumericEquals', 0, -0, true],
  ['NumericLessThan', -1, 0, true],
  ['NumericGreaterThan', 1e308, 1, true],
  ['NumericGreaterThanEquals', 2, 2, true],
  ['NumericLessThanEquals', 3, 2, false],
  ['BooleanEquals', false, false, true],
  ['BooleanEquals', true, false, false],
  ['BooleanEquals', 0, false, false],
  ['TimestampEquals', '2020-01-01T01:00:00+01:00', '2020-01-01T00:00:00Z', true],
  ['TimestampEquals', '2020-01-01T00:00:00.0Z', '2020-01-01T00:00:00Z', true],
  ['TimestampLessThan', '2020-01-01T00:00:00.000000001Z', '2020-01-01T00:00:00.000000002Z', true],
  ['TimestampGreaterThan', '2020-01-01T00:00:00.5Z', '2020-01-01T00:00:00Z', true],
  ['TimestampGreaterThan', '2020-01-01', '1999-01-01T00:00:00Z', false],
  ['TimestampLessThanEquals', '2020-01-01T00:00:00Z', 'soon', false],
  ['StringMatches', 'log-1.txt', 'log-*.txt', true],
  ['StringMatches', 5, '*', false],
  ['StringMatches', 'a', '\\', false],
  ['NoSuchOperator', 1, 1, false],
])('%s of %j and %j is %s', (operator, value, operand, expected) => {
  expect(compareChoice(operator, value, operand)).toBe(expected);
  if (choiceOperators.includes(`${operator}Path`)) {
    expect(compareChoice(`${operator}Path`, value, operand)).toBe(expected);
  }
});

test.each<[string, Json[]]>([
  ['IsNull', [null]],
  ['IsBoolean', [true]],
  ['IsNumeric', [0]],
  ['IsString', ['', 'text', '2020-01-01T00:00:00Z']],
  ['IsTimestamp', ['2020-01-01T00:00:00Z']],
  ['IsPresent', everyKind],
])('%s holds for %j and nothing else, and its opposite for the rest', (operator, members) => {
  expect(everyKind.filter((value) => compareChoice(operator, value, true))).toEqual(members);
  expect(everyKind.filter((value) => compareChoice(operator, value, false))).toEqual(
    everyKind.filter((value) => !members.includes(value)),
  );
});

test('only IsPresent knows a Variable that is not there', () => {
  expect(compareChoice('IsPresent', undefined, false)).toBe(true);
  expect(compareChoice('IsPresent', undefined, true)).toBe(false);
  expect(compareChoice('StringEquals', undefined, 'a')).toBe(false);
});

const comparisons = choiceOperators.filter((name) => !name.startsWith('Is'));
test.each(comparisons)('%s never holds between different types', (operator) => {
  for (const value of everyKind) {
    for (const operand of everyKind) {
      const sameType = typeof value === typeof operand && (typeof value !== 'object' || value === operand);
      if (!sameType) expect(compareChoice(operator, value, operand)).toBe(false);
    }
  }
});

const timestamp = fc
  .tuple(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), fc.nat(999_999))
  .map(([date, nanos]) => date.toISOString().replace('Z', `${String(nanos).padStart(6, '0')}Z`));

test.each([
  ['String', fc.string({ unit: 'binary' })],
  ['Numeric', fc.double({ noNaN: true })],
  ['Timestamp', timestamp],
])('the %s operators agree on one total order', (type, values: fc.Arbitrary<Json>) => {
  const holds = (name: string, left: Json, right: Json) => compareChoice(`${type}${name}`, left, right);
  fc.assert(
    fc.property(values, values, values, (a, b, c) => {
      const [less, equal, greater] = [holds('LessThan', a, b), holds('Equals', a, b), holds('GreaterThan', a, b)];
      expect([less, equal, greater].filter(Boolean)).toHaveLength(1);
      expect(holds('GreaterThan', b, a)).toBe(less);
      expect(holds('LessThanEquals', a, b)).toBe(less || equal);
      expect(holds('GreaterThanEquals', a, b)).toBe(greater || equal);
      expect(holds('Equals', a, a)).toBe(true);
      if (less && holds('LessThan', b, c)) expect(holds('LessThan', a, c)).toBe(true);
    }),
  );
});
