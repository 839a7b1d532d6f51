import { nearest } from '../../src/expressions';

const names = ['StringEquals', 'StringMatches', 'NumericEquals', 'Next', 'End'];

test.each([
  ['StringEqual', 'StringEquals'],
  ['stringequals', 'StringEquals'],
  ['NumercEquals', 'NumericEquals'],
  ['Nxet', 'Next'],
  ['next', 'Next'],
  ['Ent', 'End'],
  ['Retry', undefined],
  ['', undefined],
  ['x'.repeat(100_000), undefined],
])('%s', (name, expected) => {
  expect(nearest(name, names)).toBe(expected);
});
