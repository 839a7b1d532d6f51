import { endOfPlaceholder, isPlaceholder } from '../../src/text';

test.each<[string, number | undefined]>([
  ['${a}', 4],
  ['${a}b', 4],
  ['${a{b}c}', 8],
  ['${f("}")}', 9],
  ['${f("\\"}")}', 11],
  ['${"\n}', 5],
  ['${a', undefined],
  ['${', undefined],
])('%j ends at %p', (text, end) => {
  expect(endOfPlaceholder(text, 0)).toBe(end);
});

test.each([
  ['${a}', true],
  ['${a}b', false],
  ['a${a}', false],
  ['$a', false],
])('%s is one placeholder: %p', (text, expected) => {
  expect(isPlaceholder(text)).toBe(expected);
});
