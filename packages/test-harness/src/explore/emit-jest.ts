import { mocksOf } from './break-text';
import type { Trial } from './invariants/invariant';
import type { ExplorationReport } from './report';
import type { Scenario } from './scenario';

export interface EmitOptions {
  /** The file with the definition, relative to the test file. */
  readonly file: string;
}

/**
 * A test file that goes everywhere the exploration has been, and shows each break again: the smallest scenarios, and what
 * the machine does now. Somebody who knows better says what it should do instead.
 */
export function emitJest({ breaks, cases, seed, runs, name }: ExplorationReport, { file }: EmitOptions): string {
  const broken = breaks.map(({ title, scenario, trial }) => testOf(title, scenario, trial));
  const reached = cases.map(({ name: title, trial }) => testOf(title, trial.scenario, trial));
  return [
    `// Found in "${name}" by stepproof explore (${runs} runs, seed ${seed}). Each test shows what happens now.`,
    "const { loadMachine, mock } = require('@stepproof/test-harness');",
    '',
    `const machine = loadMachine(${JSON.stringify(file)});`,
    ...group('what breaks', broken),
    ...group('every way', reached),
    '',
  ].join('\n');
}

const group = (title: string, tests: readonly string[]): readonly string[] =>
  tests.length === 0
    ? []
    : ['', `describe(${JSON.stringify(title)}, () => {`, tests.join('\n\n').replace(/^(?=.)/gm, '  '), '});'];

function testOf(title: string, { input }: Scenario, trial: Trial | undefined): string {
  const mocks = mocksOf(trial?.answered ?? []).map(([state, code]) => `    ${JSON.stringify(state)}: ${code},`);
  const tasks = mocks.length > 0 ? ['  const tasks = {', ...mocks, '  };'] : ['  const tasks = {};'];
  return [
    `test(${JSON.stringify(title)}, async () => {`,
    `  const input = ${JSON.stringify(input)};`,
    ...tasks,
    ...(trial ? expectationsOf(trial) : endless),
    '});',
  ].join('\n');
}

const endless = ['  await expect(machine.execute(input, { tasks, runawayLimit: 5000 })).rejects.toThrow();'];

function expectationsOf({
  execution: { status, output, error, cause, path, duration },
  scenario: { seed, startTime },
}: Trial): readonly string[] {
  const options = [
    'tasks',
    ...(seed === 0 ? [] : [`seed: ${seed}`]),
    ...(startTime === undefined ? [] : [`startTime: new Date(${JSON.stringify(startTime)})`]),
  ].join(', ');
  const ended = { status, ...(error !== undefined && { error }), ...(cause !== undefined && { cause }), duration };
  return [
    `  const execution = await machine.execute(input, { ${options} });`,
    `  expect(execution).toMatchObject(${JSON.stringify(ended)});`,
    `  expect(execution.path).toEqual(${JSON.stringify(path)});`,
    ...(output === undefined ? [] : [`  expect(execution.output).toEqual(${JSON.stringify(output)});`]),
  ];
}
