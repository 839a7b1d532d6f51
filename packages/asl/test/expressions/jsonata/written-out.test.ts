import { parseJsonata, writtenOut } from '../../../src/expressions';
import type { Located } from '../../../src/text/located';

const made = (code: string): Located | undefined => {
  const { value } = parseJsonata(`{% ${code} %}`);
  return value && writtenOut(value, ({ start, end }) => [start, end]);
};

/** The value with `?` where it is only known when the expression runs. */
const shown = (value: Located): unknown => {
  switch (value.kind) {
    case 'object':
      return Object.fromEntries(value.entries.map(({ key, value: inner }) => [key.value, shown(inner)]));
    case 'array':
      return value.items.map(shown);
    case 'placeholder':
      return '?';
    default:
      return value.value;
  }
};

describe('writtenOut', () => {
  test.each<[string, unknown]>([
    [`{'a': 1, "b": [true, null, $x], 'c': {'d': 'e'}}`, { a: 1, b: [true, null, '?'], c: { d: 'e' } }],
    [`($x := 1; {'a': $x})`, { a: '?' }],
    [`$merge([{'a': 1, 'b': 2}, {'b': $x + 1}])`, { a: 1, b: '?' }],
    [`{'a': $states.input.a, 'b': $uuid()}`, { a: '{% $states.input.a %}', b: '{% $uuid() %}' }],
    [`{'a': {'b': 1}.b, 'c': {$x: 1}, 'd': $merge([$x, {'e': 1}])}`, { a: '?', c: '?', d: '?' }],
    [`[{'a': 'x'}, 'y']`, [{ a: 'x' }, 'y']],
  ])('%s', (code, expected) => {
    const value = made(code);
    expect(value && shown(value)).toEqual(expected);
  });

  test.each([
    '$states.input',
    `{$x: 1}`,
    `$merge([$x, {'a': 1}])`,
    `$x ? {'a': 1} : {'b': 2}`,
    `$x.{'a': 1}`,
    `'text'`,
  ])('nothing of %s', (code) => expect(made(code)).toBeUndefined());

  test('names stand where they are written', () => {
    const value = made(`{'first': 1, "second": 2}`);
    const ranges = value?.kind === 'object' ? value.entries.map(({ key }) => key.range) : [];
    expect(ranges).toEqual([
      [4, 11],
      [16, 24],
    ]);
  });
});
