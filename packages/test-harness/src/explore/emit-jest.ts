import { mocksOf } from './break-text';
import type { Break } from './explorer';
import type { ExplorationReport } from './report';

export interface EmitOptions {
  /** The file with the definition, relative to the test file. */
  readonly file: string;
}

/**
 * A test file that shows each break again: the smallest scenario, and what it does now. Somebody who mends the machine says
 * what it should do instead.
 */
export function emitJest({ breaks, seed, runs, name }: ExplorationReport, { file }: EmitOptions): string {
  return [
    `// Found in "${name}" by stepproof explore (${runs} runs, seed ${seed}). Each test shows what happens now.`,
    `const { loadMachine, mock } = require('@stepproof/test-harness');`,
    '',
    `const machine = loadMachine(${JSON.stringify(file)});`,
    ...breaks.map((found) => `\n${testOf(found)}`),
    '',
  ].join('\n');
}

function testOf({ title, scenario, trial }: Break): string {
  const execution = trial?.execution;
  const mocks = mocksOf(trial?.answered ?? []).map(([state, code]) => `    ${JSON.stringify(state)}: ${code},`);
  const tasks = mocks.length > 0 ? ['  const tasks = {', ...mocks, '  };'] : ['  const tasks = {};'];
  const expectations = execution
    ? [
        '  const execution = await machine.execute(input, { tasks });',
        `  expect(execution.status).toBe(${JSON.stringify(execution.status)});`,
        ...(execution.error === undefined
          ? []
          : [`  expect(execution.error).toBe(${JSON.stringify(execution.error)});`]),
        `  expect(execution.path).toEqual(${JSON.stringify(execution.path)});`,
      ]
    : ['  await expect(machine.execute(input, { tasks, runawayLimit: 5000 })).rejects.toThrow();'];
  return [
    `test(${JSON.stringify(title)}, async () => {`,
    `  const input = ${JSON.stringify(scenario.input)};`,
    ...tasks,
    ...expectations,
    '});',
  ].join('\n');
}
