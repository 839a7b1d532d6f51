import { machineOf } from '../analysis/machines';

const textsOf = (state: object, field: string) =>
  machineOf({ A: state })
    .states[0]!.field(field)!
    .literalTexts.map(({ value, entry, names }) => [value.value, entry?.key.value, names.join('.')]);

test('the texts of a template that are no expressions, with the names on the way', () => {
  const Parameters = { a: 'x', 'b.$': '$.b', c: { d: ['y', { e: 'z' }] }, n: 1 };
  expect(textsOf({ Type: 'Pass', Parameters }, 'Parameters')).toEqual([
    ['x', 'a', 'a'],
    ['y', undefined, 'c.d'],
    ['z', 'e', 'c.d.e'],
  ]);
});

test('the value of the field itself, and JSONata', () => {
  expect(textsOf({ Type: 'Pass', Result: 'x' }, 'Result')).toEqual([['x', undefined, '']]);
  const Output = ['{% $states.input %}', 'y'];
  expect(textsOf({ Type: 'Pass', QueryLanguage: 'JSONata', Output }, 'Output')).toEqual([['y', undefined, '']]);
});

test('the array that a text is an element of', () => {
  const field = machineOf({ A: { Type: 'Pass', Parameters: { a: 'x', b: [1, 'y'] } } }).states[0]!.field('Parameters')!;
  expect(field.literalTexts.map(({ array }) => array?.items.length)).toEqual([undefined, 2]);
});
