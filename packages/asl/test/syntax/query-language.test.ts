import { descendantsOf, type MapState } from '../../src';
import { parse } from './parsing';

const jsonata = { QueryLanguage: 'JSONata' };
const jsonPath = { QueryLanguage: 'JSONPath' };

/** The language of a Map, of its Catcher, and of the state inside it. */
function languages(machine: object, map: object, inner: object): string[] {
  const parsed = parse({
    ...machine,
    States: { A: { Type: 'Map', ...map, Catch: [{}], ItemProcessor: { States: { B: { Type: 'Pass', ...inner } } } } },
  });
  const outer = parsed.states[0] as MapState;
  return [outer, outer.catch[0]!, outer.itemProcessor!.states[0]!].map(({ queryLanguage }) => queryLanguage);
}

test.each([
  ['JSONPath is the default', {}, {}, {}, ['JSONPath', 'JSONPath', 'JSONPath']],
  ['the machine decides', jsonata, {}, {}, ['JSONata', 'JSONata', 'JSONata']],
  ['a state may differ, and does not hand it down', {}, jsonata, {}, ['JSONata', 'JSONata', 'JSONPath']],
  ['a state inside may differ', {}, {}, jsonata, ['JSONPath', 'JSONPath', 'JSONata']],
  ['what AWS refuses is taken at its word', jsonata, jsonPath, {}, ['JSONPath', 'JSONPath', 'JSONata']],
  ['what is no language counts as not said', jsonata, { QueryLanguage: 'jq' }, {}, ['JSONata', 'JSONata', 'JSONata']],
  ['not of a machine either', { QueryLanguage: 5 }, {}, {}, ['JSONPath', 'JSONPath', 'JSONPath']],
])('%s', (_title, machine, map, inner, expected) => {
  expect(languages(machine, map, inner)).toEqual(expected);
});

test('the QueryLanguage of an ItemProcessor, which AWS refuses, is not looked at', () => {
  const machine = parse({
    States: { A: { Type: 'Map', ItemProcessor: { ...jsonata, States: { B: { Type: 'Pass' } } } } },
  });
  expect(new Set(Array.from(descendantsOf(machine), ({ queryLanguage }) => queryLanguage))).toEqual(
    new Set(['JSONPath']),
  );
});
