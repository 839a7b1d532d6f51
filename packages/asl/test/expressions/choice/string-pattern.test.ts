import fc from 'fast-check';
import { matchesPattern, parseStringPattern } from '../../../src/expressions';

function matches(pattern: string, text: string): boolean {
  const { value, problems } = parseStringPattern(pattern);
  expect(problems).toEqual([]);
  return matchesPattern(value!, text);
}

test.each([
  ['', '', true],
  ['', 'a', false],
  ['*', '', true],
  ['*', 'anything\nat all', true],
  ['a', 'a', true],
  ['a', 'ab', false],
  ['a*', 'a', true],
  ['a*', 'ba', false],
  ['*a', 'ba', true],
  ['a*a', 'a', false],
  ['a*a', 'aa', true],
  ['a*b*c', 'axxbxxc', true],
  ['a*b*c', 'acb', false],
  ['*ab*ab*', 'abab', true],
  ['*ab*ab*', 'aba', false],
  ['**', 'x', true],
  ['log-*.txt', 'log-xtxt', false],
  ['a.c', 'abc', false],
  ['a?c', 'abc', false],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['\\\\*', '\\tail', true],
  ['a\\*b*', 'a*b!', true],
  ['*aab*', 'aaab', true],
])('%j matches %j: %s', (pattern, text, expected) => {
  expect(matches(pattern, text)).toBe(expected);
});

test.each([
  ['\\', 0, 1],
  ['ab\\', 2, 3],
  ['a\\bc', 1, 3],
])('%j has an open escape', (pattern, start, end) => {
  const message = 'A backslash of the pattern escapes nothing; write "\\\\" for a backslash, "\\*" for an asterisk';
  expect(parseStringPattern(pattern)).toEqual({ problems: [{ message, start, end }] });
});

test('agrees with the regular expression that says the same', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 12 });
  const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 6 });
  fc.assert(
    fc.property(pattern, text, (written, value) => {
      const regex = new RegExp(`^${written.replace(/\./g, '\\.').replace(/\*/g, '[^]*')}$`);
      expect(matches(written, value)).toBe(regex.test(value));
    }),
    { numRuns: 500 },
  );
});

test('takes time in proportion to the text', () => {
  expect(matches(`*${'a*'.repeat(10_000)}b`, 'a'.repeat(200_000))).toBe(false);
  expect(matches(`*b${'a'.repeat(100_000)}*`, 'a'.repeat(200_000))).toBe(false);
});
