import { boundaryValues } from '../../../src/analysis/solver';
import { choiceOf } from './choices';

const valuesFor = (test: object) =>
  boundaryValues(choiceOf([{ Variable: '$.a', ...test }]).choices[0]!)?.map(({ value }) => value);

test.each<[object, readonly unknown[]]>([
  [{ NumericLessThan: 5 }, [4, 5, 6, '5', undefined, null]],
  [{ NumericEquals: 9.99 }, [9.98, 9.99, 10, '9.99', undefined, null]],
  [{ StringEquals: 'ab' }, ['a', 'ab', 'ab ', 1, '', undefined, null]],
  [{ StringEquals: '' }, ['', ' ', 1, undefined, null]],
  [{ BooleanEquals: true }, [true, false, 'true', undefined, null]],
  [{ StringMatches: 'log-*' }, ['log-', 'a', '', 1, undefined, null]],
  [
    { TimestampEquals: '2024-03-01T00:00:00Z' },
    ['2024-02-29T23:59:59Z', '2024-03-01T00:00:00Z', '2024-03-01T00:00:01Z', 'a', '', undefined, null],
  ],
  [{ IsPresent: true }, ['a', undefined, null]],
])('the edges of %j', (comparison, values) => {
  expect(valuesFor(comparison)).toEqual(values);
});

test('a comparison of two places and a condition made of others have no edges of their own', () => {
  expect(valuesFor({ NumericEqualsPath: '$.b' })).toBeUndefined();
  expect(boundaryValues(choiceOf([{ Not: { Variable: '$.a', IsNull: true } }]).choices[0]!)).toBeUndefined();
});
