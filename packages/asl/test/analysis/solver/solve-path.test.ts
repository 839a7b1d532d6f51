import { graphOf, type State } from '../../../src';
import { pathsTo, solvePath, stepOf, type PathStep } from '../../../src/analysis/solver';
import { call, machineOf, pass, succeed } from '../machines';

const choice = (test: object) => ({ Type: 'Choice', Choices: [{ ...test, Next: 'Yes' }], Default: 'No' });
const machine = (states: Readonly<Record<string, object>>) => machineOf({ ...states, Yes: succeed, No: succeed });

/** The shortest path that ends with the only rule of "Route". */
function toRule(states: Readonly<Record<string, object>>): readonly PathStep[] {
  const scope = machine(states);
  const rule = graphOf(scope).transitions.find(({ from, target }) => from.name === 'Route' && target === 'Yes')!;
  const [path] = pathsTo(rule);
  return path!;
}

const shown = (path: readonly PathStep[]) => {
  const solution = solvePath(path);
  if (solution.kind !== 'witness') return solution.kind;
  const { input, outcomes } = solution;
  return {
    input,
    outcomes: outcomes.map(({ state, ...rest }) => [state.name, 'error' in rest ? rest.error : rest.result]),
  };
};

test.each<[string, Readonly<Record<string, object>>, unknown]>([
  ['an input', { Route: choice({ Variable: '$.a', NumericGreaterThan: 1 }) }, { input: { a: 2 }, outcomes: [] }],
  [
    'a result that is put into the input',
    {
      Get: call('sqs:getQueue', { ResultPath: '$.r', Next: 'Route' }),
      Route: choice({
        And: [
          { Variable: '$.r.x', IsNull: true },
          { Variable: '$.a', BooleanEquals: true },
        ],
      }),
    },
    { input: { a: true }, outcomes: [['Get', { x: null }]] },
  ],
  [
    'what Parameters rename, and a variable',
    {
      Name: { Type: 'Pass', Parameters: { 'b.$': '$.a.c' }, Assign: { 'v.$': '$.b' }, Next: 'Route' },
      Route: choice({
        And: [
          { Variable: '$v', StringEquals: 'x' },
          { Variable: '$.b', StringEquals: 'x' },
        ],
      }),
    },
    { input: { a: { c: 'x' } }, outcomes: [] },
  ],
  [
    'a counter',
    {
      Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 2)' }, Next: 'Route' },
      Route: choice({ Variable: '$.n', NumericEquals: 7 }),
    },
    { input: { n: 5 }, outcomes: [] },
  ],
  [
    'a JSON text',
    {
      Read: { Type: 'Pass', Parameters: { 'body.$': 'States.StringToJson($.text)' }, Next: 'Route' },
      Route: choice({ Variable: '$.body.ok', BooleanEquals: true }),
    },
    { input: { text: '{"ok":true}' }, outcomes: [] },
  ],
  [
    'the input of the execution by way of the context',
    {
      Drop: { Type: 'Pass', Result: {}, Next: 'Route' },
      Route: choice({ Variable: '$$.Execution.Input.a', StringEquals: 'x' }),
    },
    { input: { a: 'x' }, outcomes: [] },
  ],
  [
    'what a Pass contradicts',
    { Set: { Type: 'Pass', Result: { a: 1 }, Next: 'Route' }, Route: choice({ Variable: '$.a', NumericEquals: 2 }) },
    'impossible',
  ],
  [
    'what a Pass drops',
    { Drop: { Type: 'Pass', OutputPath: null, Next: 'Route' }, Route: choice({ Variable: '$.a', IsPresent: true }) },
    'impossible',
  ],
  [
    'a value that is not known before',
    {
      Make: { Type: 'Pass', Parameters: { 'id.$': 'States.UUID()' }, Next: 'Route' },
      Route: choice({ Variable: '$.id', StringEquals: 'x' }),
    },
    'unknown',
  ],
  [
    'the kind of a value that is not known before',
    {
      Make: { Type: 'Pass', Parameters: { 'id.$': 'States.UUID()' }, Next: 'Route' },
      Route: choice({ Variable: '$.id', IsString: true }),
    },
    { input: {}, outcomes: [] },
  ],
  [
    'a JSONata Output',
    {
      Make: { Type: 'Pass', QueryLanguage: 'JSONata', Output: { b: '{% $states.input.a.c %}' }, Next: 'Route' },
      Route: choice({ Variable: '$.b', NumericEquals: 3 }),
    },
    { input: { a: { c: 3 } }, outcomes: [] },
  ],
])('solves a path over %s', (_, states, expected) => {
  expect(shown(toRule(states))).toEqual(expected);
});

test('a Catch is taken by an error that its Catcher names and no earlier one', () => {
  const scope = machineOf({
    Work: call('sqs:getQueue', {
      Catch: [
        { ErrorEquals: ['First'], Next: 'End' },
        { ErrorEquals: ['First', 'Second'], Next: 'End' },
        { ErrorEquals: ['States.ALL'], Next: 'End' },
        { ErrorEquals: ['Third'], Next: 'End' },
      ],
      Next: 'End',
    }),
    End: succeed,
  });
  const paths = graphOf(scope).transitions.map((transition) => [stepOf(transition)]);
  expect(paths.map((path) => shown(path))).toEqual([
    { input: {}, outcomes: [['Work', {}]] },
    { input: {}, outcomes: [['Work', 'First']] },
    { input: {}, outcomes: [['Work', 'Second']] },
    { input: {}, outcomes: [['Work', 'Error']] },
    'impossible',
  ]);
});

test('paths into a Map and out of a Parallel give outcomes for the Tasks inside', () => {
  const scope = machine({
    Each: {
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: {
        StartAt: 'Route',
        States: { Route: choice({ Variable: '$.a', IsNull: true }), Yes: succeed, No: succeed },
      },
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: ['One', 'Two'].map((name) => ({ StartAt: name, States: { [name]: call('sqs:getQueue') } })),
      Next: 'Last',
    },
    Last: choice({ Variable: '$[1].ok', BooleanEquals: true }),
  });
  const [each, both, last] = scope.states as [State, State, State];
  const inner = each.type === 'MapState' ? each.itemProcessor! : undefined;
  const into: PathStep[] = [
    { state: each, way: { kind: 'into', scope: inner!, item: 1 } },
    { state: inner!.states[0]!, way: { kind: 'rule', index: 0 } },
  ];
  expect(shown(into)).toEqual({ input: { items: [{ a: null }, { a: null }] }, outcomes: [] });
  const over: PathStep[] = [each, both].map((state) => ({ state, way: { kind: 'next' } }));
  expect(shown([...over, { state: last, way: { kind: 'rule', index: 0 } }])).toEqual({
    input: { items: [] },
    outcomes: [
      ['One', {}],
      ['Two', { ok: true }],
    ],
  });
});

test('pathsTo gives the shortest first, and goes around loops as often as it may', () => {
  const scope = machineOf({
    A: pass('B'),
    B: { ...choice({ Variable: '$.a', IsNull: true }), Default: 'A' },
    Yes: succeed,
  });
  const target = graphOf(scope).transitions.find(({ target: name }) => name === 'Yes')!;
  const names = (repeats: number) =>
    [...pathsTo(target, { repeats })].map((path) => path.map(({ state }) => state.name).join(''));
  expect(names(1)).toEqual(['AB']);
  expect(names(2)).toEqual(['AB', 'ABAB']);
});
