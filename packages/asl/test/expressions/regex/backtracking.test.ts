import { waysToTry } from '../../../src/expressions/regex/backtracking';

test.each([
  [/abc/, (n: number) => n + 1],
  [/^abc/, () => 1],
  [/^abc/m, (n: number) => n + 1],
  [/^a|b/, (n: number) => 2 * (n + 1)],
  // What ends a pattern is not tried again.
  [/,\s*/, (n: number) => n + 1],
  [/^\d{3,}?/, () => 1],
  [/\s+$/, (n: number) => (n + 1) ** 2],
  [/^a{2}b$/, () => 1],
  [/^a{2,3}b$/, () => 2],
  [/^a?b?$/, () => 4],
  [/^(?:a|b|[c|)])$/, () => 3],
  [/^\(*[^)\]]\{2\}\/*$/, (n: number) => (n + 2) ** 2],
  [/^[a-z]+(-[a-z]+)*$/, (n: number) => 2 * (n + 1) ** 2],
  [/^(\d+,)*$/, (n: number) => 2 * (n + 1)],
  [/^(?:\.\w+)+$/, (n: number) => 2 * (n + 1)],
])('%s', (pattern, expected) => {
  for (const length of [5, 100]) expect(waysToTry(pattern)(length)).toBe(expected(length));
});

test.each([
  /^(a+)+$/,
  /(a|a)*b/,
  /(a|aa)+$/,
  /((a)*)*b/,
  /^([a-z]+-?)*$/,
  /^(-?[a-z]+)*$/,
  /^(.-*)*!$/,
  /^(-[a-z]+[a-z0-9]+)*$/,
  /^((?!-)[a-z]+)*$/,
  /^((?:-|[a-z])+)*$/,
  /^(?<word>\w+\s?)*$/,
  /^(a?){40}a{40}$/,
  /^a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?$/,
])('%s may be tried endlessly', (pattern) => {
  expect(waysToTry(pattern)(60)).toBeGreaterThan(2 ** 35);
});

test('a pattern too long to look through may be tried endlessly', () => {
  expect(waysToTry(new RegExp('(?:'.repeat(5000) + ')'.repeat(5000)))(0)).toBe(Infinity);
});
