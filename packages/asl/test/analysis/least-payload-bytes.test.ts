import { leastPayloadBytes } from '../../src/analysis';
import { machineOf } from './machines';

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
