import { readFileSync } from 'node:fs';
import { jsonataFunctions, parseJsonata, unknownFunctions } from '../../../src/expressions';

const addedByStepFunctions = ['hash', 'parse', 'partition', 'range', 'uuid'];

test("the list is JSONata's own without $eval and with what Step Functions adds", () => {
  const engine = readFileSync(require.resolve('jsonata'), 'utf8');
  const bound = [...engine.matchAll(/(?:staticFrame|environment)\.bind\('(\w+)'/g)].map(([, name]) => name!);
  const expected = new Set([...bound, ...addedByStepFunctions]);
  expected.delete('eval');
  expect([...jsonataFunctions].sort()).toEqual([...expected].sort());
});

test.each([
  ['{% $eval("1") %}', '"$eval" is not available in Step Functions; use "$parse" to read JSON text', 'eval', 3, 8],
  ['{% $sume([1]) %}', '"$sume" is not a function; use "$sum"', 'sume', 3, 8],
  ['{% $randomSeeded(1) %}', '"$randomSeeded" is not a function; define it in the expression', 'randomSeeded', 3, 16],
])('%s', (text, message, name, start, end) => {
  const { value } = parseJsonata(text);
  expect(value && unknownFunctions(value)).toEqual([{ message, name, arguments: 1, start, end }]);
});

test.each(['{% $uuid() & $hash("a", "MD5") %}', '{% $states.input ~> $keys() %}', '{% ($f := $sum; $f([1])) %}'])(
  'knows the functions of %s',
  (text) => {
    const { value } = parseJsonata(text);
    expect(value && unknownFunctions(value)).toEqual([]);
  },
);
