import { variableNameProblem } from '../../src/expressions';

test.each(['a', 'orderId', 'order_1', 'größe', '変数', 'x'.repeat(80), 'States', 'constructor'])(
  '%s names a variable',
  (name) => {
    expect(variableNameProblem(name)).toBeUndefined();
  },
);

test.each([
  ['', 'The variable name is empty; write a name that starts with a letter'],
  ['states', '"states" is reserved for "$states"; choose another variable name'],
  ['1st', '"1st" is not a variable name; use letters, digits and "_", beginning with a letter'],
  ['_a', '"_a" is not a variable name; use letters, digits and "_", beginning with a letter'],
  ['a.b', '"a.b" is not a variable name; use letters, digits and "_", beginning with a letter'],
  ['a[0]', '"a[0]" is not a variable name; use letters, digits and "_", beginning with a letter'],
  ['a b', '"a b" is not a variable name; use letters, digits and "_", beginning with a letter'],
  ['x'.repeat(81), `The variable name "${'x'.repeat(81)}" is 81 characters long; use at most 80`],
])('%j does not', (name, problem) => {
  expect(variableNameProblem(name)).toBe(problem);
});
