import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceMember } from '@stepproof/asl';
import {
  CoverageRecorder,
  DocumentCoverage,
  loadMachine,
  mock,
  readSource,
  StateMachine,
  type IstanbulFileCoverage,
} from '../../src';

const text = `StartAt: Work
States:
  Work:
    Type: Task
    Resource: arn:aws:states:::sqs:sendMessage
    Retry:
      - ErrorEquals: [Busy]
      - ErrorEquals: [Slow]
    Catch:
      - ErrorEquals: [Broken]
        Next: Route
    Next: Each
  Each:
    Type: Map
    ItemsPath: $.items
    ItemProcessor:
      StartAt: One
      States:
        One: { Type: Pass, End: true }
    Next: Route
  Route:
    Type: Choice
    Choices:
      - { Variable: $.n, IsPresent: true, Next: Done }
    Default: Done
  Done: { Type: Succeed }
`;

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coverage-'));
  path = join(folder, 'work.asl.yaml');
  writeFileSync(path, text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function covered(input: object, ...answers: Parameters<typeof mock.fails>[0][]): Promise<IstanbulFileCoverage> {
  const files: Record<string, IstanbulFileCoverage> = {};
  const tasks = {
    Work: answers
      .map((name) => mock.fails(name))
      .reduceRight((last, first) => first.then(last), mock.returns(input as never)),
  };
  const recorder = new CoverageRecorder(files);
  await loadMachine(path).execute(input, { tasks, observers: [recorder.observe] });
  return files[path]!;
}

/** The counts by the lines that they stand on: statements, functions, and of branches each arm. */
function byLine({ statementMap, s, fnMap, f, branchMap, b }: IstanbulFileCoverage) {
  return {
    states: Object.entries(s).map(([id, count]) => [statementMap[id]!.start.line, count]),
    scopes: Object.entries(f).map(([id, count]) => [fnMap[id]!.name, count]),
    branches: Object.fromEntries(
      Object.entries(b).map(([id, arms]) => [
        branchMap[id]!.line,
        arms.map((count, arm) => [branchMap[id]!.locations[arm]!.start.line, count]),
      ]),
    ),
  };
}

test('before anything runs, everything is there and nothing is covered', () => {
  const { file } = new DocumentCoverage(readSource(path));
  expect(byLine(file)).toEqual({
    states: [
      [3, 0],
      [13, 0],
      [21, 0],
      [26, 0],
      [19, 0],
    ],
    scopes: [
      ['StateMachine', 0],
      ['StateMachine/Each', 0],
    ],
    branches: {
      7: [[7, 0]],
      8: [[8, 0]],
      9: [
        [3, 0],
        [10, 0],
      ],
      16: [
        [16, 0],
        [16, 0],
        [16, 0],
      ],
      23: [
        [24, 0],
        [25, 0],
      ],
    },
  });
  expect(file.statementMap[0]).toEqual({ start: { line: 3, column: 2 }, end: { line: 12, column: 14 } });
});

test('the way without an error, a Map of many items, and a rule', async () => {
  const { states, scopes, branches } = byLine(await covered({ items: [1, 2, 3], n: 1 }));
  expect(states.map(([, count]) => count)).toEqual([1, 1, 1, 1, 3]);
  expect(scopes.map(([, count]) => count)).toEqual([1, 3]);
  expect(branches[9]!.map(([, count]) => count)).toEqual([1, 0]);
  expect(branches[16]!.map(([, count]) => count)).toEqual([0, 0, 1]);
  expect(branches[23]!.map(([, count]) => count)).toEqual([0, 1]);
});

test('Retriers, a Catcher and a rule', async () => {
  const { branches, states } = byLine(await covered({ items: [] }, 'Slow', 'Slow', 'Busy', 'Broken'));
  expect([branches[7], branches[8]]).toEqual([[[7, 1]], [[8, 2]]]);
  expect(branches[9]!.map(([, count]) => count)).toEqual([0, 1]);
  expect(branches[23]!.map(([, count]) => count)).toEqual([0, 1]);
  expect(states[1]).toEqual([13, 0]);
});

test.each([
  [[], [1, 0, 0]],
  [[1], [0, 1, 0]],
])('a Map of %j', async (items, counts) => {
  expect(byLine(await covered({ items })).branches[16]!.map(([, count]) => count)).toEqual(counts);
});

test('rules, a Default and states that a test has added to a definition count nowhere', async () => {
  const file = join(folder, 'route.asl.json');
  const choice = { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'Done' }] };
  const definition = { StartAt: 'Route', States: { Route: choice, Done: { Type: 'Succeed' } } };
  writeFileSync(file, JSON.stringify(definition));

  const added = { Variable: '$.n', NumericEquals: 2, Next: 'Extra' };
  const Route = { ...choice, Choices: [...choice.Choices, added], Default: 'Done' };
  const States = { ...definition.States, Route, Extra: { Type: 'Pass', Next: 'Done' } };
  const files: Record<string, IstanbulFileCoverage> = {};
  const recorder = new CoverageRecorder(files);
  const machine = new StateMachine({ ...definition, States, [sourceMember]: file });
  for (const n of [1, 2, 3]) await machine.execute({ n }, { observers: [recorder.observe] });
  expect(files[file]).toMatchObject({ s: { 0: 3, 1: 3 }, b: { 0: [1] } });
});

test('no two branches begin at the same place, which is what Istanbul merges by', () => {
  const file = join(folder, 'each.asl.yaml');
  writeFileSync(file, text.replace('    ItemsPath: $.items', '    Catch: [{ ErrorEquals: [States.ALL], Next: Done }]'));
  const { branchMap } = new DocumentCoverage(readSource(file)).file;
  const places = Object.values(branchMap).map(({ locations: [first] }) => JSON.stringify(first));
  expect(places).toHaveLength(6);
  expect(new Set(places).size).toBe(6);
});
