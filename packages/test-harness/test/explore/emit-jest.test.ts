import { join } from 'node:path';
import * as harness from '../../src';
import { emitJest, survey } from '../../src/explore';

const file = join(__dirname, '../../../../examples/poller/poller.asl.json');

/** Runs a test file that was written, with what jest would give it. */
async function runEmitted(text: string, machine: harness.StateMachine): Promise<string[]> {
  const tests: [string, () => Promise<void>][] = [];
  const describeTests = (_title: string, body: () => void): void => {
    body();
  };
  const addTest = (title: string, body: () => Promise<void>): void => {
    tests.push([title, body]);
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is what is tested
  const load = new Function('require', 'describe', 'test', 'expect', text) as (...given: unknown[]) => void;
  load(() => ({ ...harness, loadMachine: () => machine }), describeTests, addTest, expect);
  for (const [, body] of tests) await body();
  return tests.map(([title]) => title);
}

test('what is written passes, and goes everywhere', async () => {
  const machine = harness.loadMachine(file);
  const report = await survey(machine, { runs: 500 });
  const titles = await runEmitted(emitJest(report, { file }), machine);
  expect(titles.length).toBe(report.cases.length + report.breaks.length);
  const visited = new Set(report.cases.flatMap(({ trial }) => trial.execution.path));
  expect(visited.size).toBe(report.states.total);
  expect(report.cases.length).toBeLessThan(8);
});

test('a break is shown again, and one without an end', async () => {
  const loop = {
    StartAt: 'Route',
    States: {
      Route: {
        Type: 'Choice',
        Choices: [
          { Variable: '$.n', NumericGreaterThan: 0, Next: 'Again' },
          { Variable: '$.n', NumericLessThan: 0, Next: 'Done' },
        ],
      },
      Again: { Type: 'Pass', Next: 'Route' },
      Done: { Type: 'Succeed' },
    },
  };
  const report = await survey(loop, { runs: 300 });
  const titles = await runEmitted(emitJest(report, { file: 'loop.asl.json' }), new harness.StateMachine(loop));
  expect(titles).toEqual(
    expect.arrayContaining(['does not end after 5000 events', 'States.NoChoiceMatched in "Route"']),
  );
});
