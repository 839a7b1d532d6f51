import { parseText, toJson, walk, type Located } from '../../src/text';

function rootOf(text: string): Located {
  const { root } = parseText(text, 'yaml');
  if (!root) throw new Error('no root');
  return root;
}

test('the last member of a name counts, and placeholders become their text', () => {
  expect(toJson(rootOf('a: 1\nb: ${c}\na: {d: [null, x]}'))).toEqual({ a: { d: [null, 'x'] }, b: '${c}' });
});

test('walks in the order of the text, and what is shared at each use', () => {
  const seen: unknown[] = [];
  walk(rootOf('a: &x [1, 2]\nb: {c: *x, d: 3}'), (value) => seen.push('value' in value ? value.value : value.kind));
  expect(seen).toEqual(['object', 'array', 1, 2, 'object', 'array', 1, 2, 3]);
});
