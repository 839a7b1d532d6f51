import { matchesOf } from '../../src/text/matches';

const found = (text: string, pattern: RegExp) => matchesOf(text, pattern).map(({ 0: match, index }) => [match, index]);

test('all matches, with their places and groups', () => {
  expect(found('ab12cd345', /\d+/g)).toEqual([
    ['12', 2],
    ['345', 6],
  ]);
  expect(matchesOf('a=1', /(\w)=(\d)/dg)[0]!.indices![2]).toEqual([2, 3]);
});

test('a pattern looks from the beginning each time', () => {
  const pattern = /a/g;
  pattern.lastIndex = 3;
  expect(found('aba', pattern)).toEqual(found('aba', pattern));
  expect(found('aba', pattern)).toHaveLength(2);
});

test('matches of nothing come to an end', () => {
  expect(found('ab', /x*/g)).toEqual([
    ['', 0],
    ['', 1],
    ['', 2],
  ]);
});

test('a pattern that would find the same match for ever is refused', () => {
  expect(() => matchesOf('a', /a/)).toThrow('not a global pattern: a');
});
