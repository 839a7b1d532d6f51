import { oneSidedConditions, parseJsonata } from '../../../src';

test.each([
  ["$full ? 'full' : 'delta'", []],
  ["$full ? 'full'", [9]],
  ['$a ? 1 : $b ? 2', [15]],
  ['($n := 1; $a ? ($b ? $n) : ($c ? 3))', [22, 34]],
  ["{ 'mode': $full ? 'full' }", []],
  ["$count($full ? 'full') + ($a ? 1)", []],
  ['${Full} ? 1', []],
  ['$full ?', []],
])('%s: %j', (code, starts) => {
  const jsonata = parseJsonata(`{% ${code} %}`).value;
  expect((jsonata ? oneSidedConditions(jsonata) : []).map(({ start }) => start)).toEqual(starts);
});
