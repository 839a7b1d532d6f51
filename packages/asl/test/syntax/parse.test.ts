import {
  stateClasses,
  StateMachine,
  UnknownState,
  type ChoiceState,
  type MapState,
  type ParallelState,
  type StateType,
  type TaskState,
} from '../../src';
import { parse, stateOf } from './parsing';

const work = (name: string) => ({ StartAt: name, States: { [name]: { Type: 'Succeed' } } });

test.each(Object.keys(stateClasses) as StateType[])('a %s state is a node of its own class', (type) => {
  const state = stateOf({ Type: type });
  expect(state).toBeInstanceOf(stateClasses[type]);
  expect(state.type).toBe(`${type}State`);
  expect(state.name).toBe('A');
});

test.each([
  ['no type', {}],
  ['a misspelt type', { Type: 'task' }],
  ['a type of the prototype', { Type: 'constructor' }],
  ['a type that is no text', { Type: 5 }],
])('a state with %s is unknown', (_title, state) => {
  const unknown = stateOf(state) as UnknownState;
  expect(unknown).toBeInstanceOf(UnknownState);
  expect(unknown.isPlaceholder).toBe(false);
});

test.each(['{"States":{"A":${state}}}', '{"States":{"A":{"Type":${type}}}}', '{"States":{"A":{"Type":"${type}"}}}'])(
  'a state that is only known after deployment: %s',
  (text) => {
    expect((parse(text).states[0] as UnknownState).isPlaceholder).toBe(true);
  },
);

test('the last of duplicate fields counts, also for what a state is', () => {
  const machine = parse('{"States":{"A":{"Type":"Pass","Type":"Wait","Seconds":1,"Seconds":2}}}');
  expect(machine.states[0]!.type).toBe('WaitState');
  expect(machine.states[0]!.field('Seconds')!.json).toBe(2);
  expect(machine.states[0]!.fields.map(({ name }) => name)).toEqual(['Type', 'Type', 'Seconds', 'Seconds']);
});

test('children are in properties named like their fields', () => {
  const task = stateOf({
    Type: 'Task',
    Retry: [{ ErrorEquals: ['Busy'] }, { ErrorEquals: ['States.ALL'] }],
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A' }],
    Credentials: { RoleArn: 'arn' },
  }) as TaskState;
  expect(task.retry.map(({ errorEquals }) => errorEquals)).toEqual([['Busy'], ['States.ALL']]);
  expect(task.catch.map(({ Next }) => Next)).toEqual(['A']);
  expect(task.credentials!.RoleArn).toBe('arn');
  expect(task.children.map(({ type }) => type)).toEqual(['Retrier', 'Retrier', 'Catcher', 'Credentials']);
});

test('rules hold conditions hold conditions', () => {
  const [rule] = (
    stateOf({
      Type: 'Choice',
      Choices: [{ And: [{ Or: [{ Variable: '$.a', IsNull: true }] }, { Not: { Variable: '$.b' } }], Next: 'A' }],
    }) as ChoiceState
  ).choices;
  expect(rule!.type).toBe('ChoiceRule');
  expect(rule!.and.map(({ type }) => type)).toEqual(['ChoiceCondition', 'ChoiceCondition']);
  expect(rule!.and[0]!.or[0]!.operators).toEqual(['IsNull']);
  expect(rule!.and[1]!.not!.Variable).toBe('$.b');
  expect(rule!.and[1]!.not!.operators).toEqual([]);
});

test('scopes know their states and where they start', () => {
  const parallel = stateOf({ Type: 'Parallel', Branches: [work('B'), work('C')] }) as ParallelState;
  const [, second] = parallel.branches;
  expect(second!.start).toBe(second!.states[0]);
  expect(second!.state('C')).toBe(second!.states[0]);
  expect(second!.state('B')).toBeUndefined();
  expect(second!.machine).toBeInstanceOf(StateMachine);
  expect(second!.machine.machine).toBe(second!.machine);
});

test('of states of one name the last counts, and names of the prototype are names', () => {
  const machine = parse('{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass"},"__proto__":{"Type":"Wait"}}}');
  expect(machine.states).toHaveLength(2);
  expect(machine.start).toBe(machine.states[1]);
  expect(machine.state('constructor')).toBeUndefined();
  expect(parse('{"StartAt":"toString","States":{}}').start).toBeUndefined();
});

test.each([
  ['ItemProcessor', { ItemProcessor: work('B') }, 'B'],
  ['Iterator', { Iterator: work('C') }, 'C'],
  ['both', { Iterator: work('C'), ItemProcessor: work('B') }, 'B'],
])('a Map with %s', (_title, fields, start) => {
  const map = stateOf({ Type: 'Map', ...fields }) as MapState;
  expect(map.itemProcessor!.StartAt).toBe(start);
});

test.each([
  [{}, 'INLINE'],
  [{ ProcessorConfig: {} }, 'INLINE'],
  [{ ProcessorConfig: { Mode: 'INLINE' } }, 'INLINE'],
  [{ ProcessorConfig: { Mode: 'DISTRIBUTED' } }, 'DISTRIBUTED'],
  [{ ProcessorConfig: { Mode: '${mode}' } }, undefined],
])('the mode of a Map with %j', (processor, mode) => {
  const map = stateOf({ Type: 'Map', ItemProcessor: processor }) as MapState;
  expect(map.mode).toBe(mode);
  expect(map.isDistributed).toBe(mode === 'DISTRIBUTED');
});

test('the mode of a Map whose configuration is a placeholder', () => {
  const machine = parse('{"States":{"A":{"Type":"Map","ItemProcessor":{"ProcessorConfig":${config}}}}}');
  expect((machine.states[0] as MapState).mode).toBeUndefined();
});

describe('what has the wrong shape is a field without children', () => {
  test.each(['5', '"text"', '[]', 'null', '${machine}', '{}', '{"States":[]}', '{"States":"none"}'])('%s', (text) => {
    const machine = parse(text);
    expect(machine.states).toEqual([]);
    expect(machine.children).toEqual([]);
    expect(machine.start).toBeUndefined();
  });

  test('elements that are no objects are left out, and the others keep their index', () => {
    const task = stateOf({
      Type: 'Task',
      Retry: ['Busy', { ErrorEquals: 'Busy' }],
      Catch: {},
      Credentials: [],
    }) as TaskState;
    expect(task.retry.map(({ location }) => location)).toEqual(['/States/A/Retry[1]']);
    expect(task.retry[0]!.errorEquals).toEqual([]);
    expect(task.catch).toEqual([]);
    expect(task.credentials).toBeUndefined();
  });
});

test('only text counts among the names of errors', () => {
  const task = stateOf({ Type: 'Task', Retry: [{ ErrorEquals: ['Busy', 5, null] }] }) as TaskState;
  expect(task.retry[0]!.errorEquals).toEqual(['Busy']);
});
