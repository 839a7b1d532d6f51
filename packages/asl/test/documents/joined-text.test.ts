import fc from 'fast-check';
import { joinTexts, replaceInText, sliceText, standIn } from '../../src/documents/joined-text';
import { textOf } from '../../src/text/located';

test('a joined text is its parts, each at its place', () => {
  const file = textOf('one two three');
  const joined = joinTexts([sliceText(file, 0, 3), standIn('::', [3, 8]), sliceText(file, 8, 13)]);
  expect(joined.value).toBe('one::three');
  expect([0, 2, 3, 4, 5, 9, 10].map((index) => joined.at(index))).toEqual([0, 2, 3, 3, 8, 12, 13]);
});

test('no parts', () => {
  expect(joinTexts([]).value).toBe('');
  expect(joinTexts([]).at(0)).toBe(0);
  expect(joinTexts([standIn('', [4, 9])]).at(0)).toBe(9);
});

test('what does not match is the same text', () => {
  const text = textOf('plain');
  expect(replaceInText(text, /x/g, () => 'y')).toBe(text);
  expect(replaceInText(text, /a/g, () => undefined)).toBe(text);
});

test('places never run backwards, whatever the order of the parts', () => {
  const file = textOf('abcdefghijklmnopqrstuvwxyz');
  const part = fc.tuple(fc.nat(26), fc.nat(26), fc.constantFrom('', 'x', 'longer text')).map(([a, b, value]) => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)];
    return value === '' ? sliceText(file, start, end) : standIn(value, [start, end]);
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const joined = joinTexts(parts);
      expect(joined.value).toBe(parts.map(({ value }) => value).join(''));
      for (let index = 0; index < joined.value.length; index++) {
        expect(joined.at(index + 1)).toBeGreaterThanOrEqual(joined.at(index));
      }
    }),
  );
});
