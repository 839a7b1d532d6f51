import { leastPayloadBytes } from '../../../src/analysis';
import type { Field } from '../../../src/syntax';
import { machineOf } from '../machines';

const bytesOf = (Parameters: object) =>
  leastPayloadBytes(machineOf({ A: { Type: 'Pass', Parameters, End: true } }).states[0]!.field('Parameters')!);

test('literal data counts as its JSON text', () => {
  for (const data of [{ a: 'x', b: ['yé', { c: '"' }] }, { a: 'x' }, { list: ['a', 'b'] }]) {
    expect(bytesOf(data)).toBe(Buffer.byteLength(JSON.stringify(data)));
  }
});

test('expressions, placeholders and the ".$" of names do not count', () => {
  expect(bytesOf({ 'a.$': '$.b.c' })).toBe('{"a":}'.length);
  expect(bytesOf({ a: '${Long placeholder}' })).toBe('{"a":}'.length);
});

test('of an object that JSONata writes out the literal members count', () => {
  const states = {
    A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: "{% {'a': 'xyz', 'b': $states.input} %}", End: true },
  };
  const [state] = machineOf(states).states;
  expect(leastPayloadBytes(state!.field('Output')!)).toBe('{"a":"xyz"}'.length);
});

const outputOf = (Output: unknown): Field =>
  machineOf({ A: { Type: 'Pass', QueryLanguage: 'JSONata', Output, End: true } }).states[0]!.field('Output')!;

test.each([
  ["'abc'", '"abc"'],
  ["'ab' & 'cd' & $states.input", '"abcd"'],
  ["{'a': 'xyz', 'b': [1, true, null, 'é']}", '{"a":"xyz","b":[1,true,null,"é"]}'],
  ["$merge([$states.input, {'a': 'xyz'}])", '{"a":"xyz"}'],
  ["( $a := 'xyz'; {'a': $a} )", '{"a":"xyz"}'],
  ["$states.input.a ? 'abc' : 'abcde'", '"abc"'],
  ['[8..11]', '[8,9,10,11]'],
  ["[1..3].{'id': 'x'}", JSON.stringify([1, 2, 3].map(() => ({ id: 'x' })))],
  ["$map([1..3], function($v) { 'x' })", '["x","x","x"]'],
  ["[1..1].{'id': 'x'}", '{"id":"x"}'],
  ["$pad('', -5, 'x')", '"xxxxx"'],
  ["$append(['a'], ['b'])", '["a","b"]'],
])('the JSONata expression %s makes %s or more', (expression, least) => {
  const most = Buffer.byteLength(least);
  const bytes = leastPayloadBytes(outputOf(`{% ${expression} %}`));
  expect(bytes).toBeLessThanOrEqual(most);
  expect(bytes).toBeGreaterThan(most * 0.7);
});

test.each([
  "$substring('abcdef', 0, 1)",
  "$states.input.a ? 'abc'",
  "'abc'[$ = 'x']",
  '[1..9][0]',
  "$merge([{'a': 'xyz'}, $states.input])",
  "( $pad := function($a, $b) { '' }; $pad('', 100) )",
  '[9..1].{"a": 1}',
  '$filter([1..100], function($v) { $v = 1 })',
])('the JSONata expression %s may make next to nothing', (expression) => {
  expect(leastPayloadBytes(outputOf(`{% ${expression} %}`))).toBeLessThan(4);
});

test('the literal texts of States.Format count', () => {
  expect(bytesOf({ 'a.$': "States.Format('x{}y{}', 'abc', $.b)" })).toBe('{"a":"xabcy"}'.length);
  expect(bytesOf({ 'a.$': "States.StringSplit('a,b', ',')" })).toBe('{"a":}'.length);
});
