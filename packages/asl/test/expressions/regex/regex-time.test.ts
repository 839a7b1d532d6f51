import { Matches } from '../../../src/expressions/regex/matches';
import { RegexTime, RegexTimeout } from '../../../src/expressions/regex/regex-time';

test.each([
  [/^(a+)+$/, 'a'.repeat(60) + '!'],
  [/(a|a)*b/, 'a'.repeat(60)],
  [/^([a-z]+-?)*$/, 'a'.repeat(60) + '!'],
  [/^((?!-)[a-z]+)*$/, 'a'.repeat(60) + '!'],
  [/\s+$/, ' '.repeat(200_000) + '!'],
])('%s is stopped', (pattern, text) => {
  expect(() => new RegexTime(10).exec(pattern, text)).toThrow(RegexTimeout);
});

test('the time is that of all patterns together', () => {
  const time = new RegexTime(10);
  expect(() => time.exec(/^(a+)+$/, 'a'.repeat(60) + '!')).toThrow(RegexTimeout);
  expect(() => time.exec(/^(b+)+$/, 'b'.repeat(60))).toThrow(RegexTimeout);
  expect(time.exec(/b+/, 'abb').map(([match]) => match)).toEqual(['bb']);
});

test('what may take long and does not is as ever', () => {
  const [found] = new RegexTime().exec(/^(?<all>(a+)+)$/, 'a'.repeat(60));
  expect(found).toMatchObject({ index: 0, groups: { all: 'a'.repeat(60) } });
  expect(new RegexTime().exec(/^([a-z]+-?)*$/, '!'.repeat(60))).toEqual([]);
});

test.each([
  ['few', 'a , b', /\s*,\s*/g],
  ['many', 'a , '.repeat(5000), /\s*,\s*/g],
  ['none', 'a'.repeat(5000), /\s*,\s*/g],
])('%s matches are found one after the other', (_, text, pattern) => {
  const matches = new Matches(pattern, text, 0, new RegexTime());
  const found: (readonly [number, string])[] = [];
  for (let match = matches.at(0); match; match = matches.at(found.length)) found.push([match.index, match[0]]);
  expect(found).toEqual(Array.from(text.matchAll(pattern), (match) => [match.index, match[0]]));
});
