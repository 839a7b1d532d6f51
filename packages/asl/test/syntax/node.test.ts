import { descendantsOf, MapState, ownNodesOf, scopesOf, StateMachine, statesOf, StateNode } from '../../src';
import { parse, stateOf } from './parsing';

const nested = () =>
  parse({
    StartAt: 'A',
    States: {
      A: {
        Type: 'Map',
        Retry: [{ ErrorEquals: ['Busy'] }],
        ItemReader: { ReaderConfig: {} },
        ItemProcessor: { StartAt: 'B', States: { B: { Type: 'Task', Catch: [{}] } } },
      },
      C: { Type: 'Parallel', Branches: [{ States: { D: { Type: 'Succeed' } } }] },
    },
  });

test('every node knows its place as AWS writes it', () => {
  expect([...descendantsOf(nested())].map(({ location }) => location)).toEqual([
    '/',
    '/States/A',
    '/States/A/Retry[0]',
    '/States/A/ItemProcessor',
    '/States/A/ItemProcessor/States/B',
    '/States/A/ItemProcessor/States/B/Catch[0]',
    '/States/A/ItemReader',
    '/States/A/ItemReader/ReaderConfig',
    '/States/C',
    '/States/C/Branches[0]',
    '/States/C/Branches[0]/States/D',
  ]);
});

test('and so does every field', () => {
  const machine = nested();
  expect(machine.field('StartAt')!.location).toBe('/StartAt');
  expect(machine.states[0]!.field('Retry')!.location).toBe('/States/A/Retry');
});

test('a place deep inside is found in time', () => {
  const depth = 200;
  const machine = parse(
    `{"States":{"A":{"Type":"Choice","Choices":[${'{"Not":'.repeat(depth)}{}${'}'.repeat(depth)}]}}}`,
  );
  expect([...descendantsOf(machine)].at(-1)!.location).toBe(`/States/A/Choices[0]${'/Not'.repeat(depth)}`);
});

test('a node stands where its name and its value stand', () => {
  const text = '{"States":{"Pay":{"Type":"Pass","Retry":[{}]}}}';
  const state = parse(text).states[0]!;
  const written = ({ range: [start, end] }: { range: readonly [number, number] }) => text.slice(start, end);
  expect(written(state)).toBe('"Pay":{"Type":"Pass","Retry":[{}]}');
  expect(written(state.key!)).toBe('"Pay"');
  expect(written(state.field('Type')!)).toBe('"Type":"Pass"');
  expect(written(state.field('Type')!.value)).toBe('"Pass"');
});

test('fields are read by their name, as values of a program', () => {
  const state = stateOf({ Type: 'Pass', Result: { list: [1, 'two', null, true] }, __typo: 1 });
  expect(state.field('Result')!.json).toEqual({ list: [1, 'two', null, true] });
  expect((state as unknown as { Result: unknown }).Result).toEqual({ list: [1, 'two', null, true] });
  expect(state.has('Result')).toBe(true);
  expect(state.has('Parameters')).toBe(false);
  expect(state.field('__typo')!.spec).toBeUndefined();
});

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s is a name like any other', (name) => {
  const state = parse(`{"States":{"A":{"Type":"Pass","${name}":1,"End":true}}}`).states[0]!;
  expect(state.field(name)!.spec).toBeUndefined();
  expect(state.field(name)!.json).toBe(1);
  expect(stateOf({ Type: 'Pass' }).has(name)).toBe(false);
});

test.each([
  ['"text"', false],
  ['"${x}"', true],
  ['"a ${x} b"', true],
  ['"${"', false],
  ['${x}', true],
  ['5', false],
  ['["${x}"]', false],
])('whether the value %s is known', (value, isUnknown) => {
  expect(parse(`{"Comment":${value}}`).field('Comment')!.isUnknown).toBe(isUnknown);
});

test('what is around a node', () => {
  const catcher = [...descendantsOf(nested())].find(({ type }) => type === 'Catcher')!;
  expect(catcher.enclosing(StateNode)!.name).toBe('B');
  expect(catcher.enclosing(MapState)!.name).toBe('A');
  expect(catcher.enclosing(StateMachine)!.enclosing(StateMachine)!.parent).toBeUndefined();
  expect(catcher.enclosing(StateMachine)!.enclosing(MapState)).toBeUndefined();
});

test('walking: all states, all scopes, and what belongs to one state', () => {
  const machine = nested();
  expect(Array.from(statesOf(machine), ({ name }) => name)).toEqual(['A', 'C', 'B', 'D']);
  expect(Array.from(scopesOf(machine), ({ type }) => type)).toEqual(['StateMachine', 'ItemProcessor', 'Branch']);
  expect(Array.from(ownNodesOf(machine.states[0]!), ({ type }) => type)).toEqual([
    'MapState',
    'Retrier',
    'ItemReader',
    'ReaderConfig',
  ]);
});
