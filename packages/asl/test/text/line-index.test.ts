import fc from 'fast-check';
import { LineIndex } from '../../src/text';

test.each<[string, number, number, number]>([
  ['', 0, 1, 1],
  ['ab', 1, 1, 2],
  ['a\nb', 1, 1, 2],
  ['a\nb', 2, 2, 1],
  ['a\r\nb\rc', 3, 2, 1],
  ['a\r\nb\rc', 5, 3, 1],
  ['a\n', 2, 2, 1],
  ['a\nbc', 99, 2, 3],
  ['a', -1, 1, 1],
])('%j at %d is line %d, column %d', (text, offset, line, column) => {
  expect(new LineIndex(text).locate(offset)).toEqual({ line, column });
});

test('agrees with counting the line breaks', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', '\n')), fc.nat(), (chars, place) => {
      const text = chars.join('');
      const offset = place % (text.length + 1);
      const before = text.slice(0, offset).split('\n');
      expect(new LineIndex(text).locate(offset)).toEqual({
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
      });
    }),
  );
});
