// What the jest preset costs: to a test file that only loads it, and to a suite with an execution in each test; side by
// side with bare jest in one run.
//
//   npm run bench:jest
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'stepproof-bench-'));

// The packages as they are installed: jest treats what lies in node_modules differently from the workspace's own files.
const modules = join(scratch, 'node_modules');
mkdirSync(join(modules, '@stepproof'), { recursive: true });
for (const name of readdirSync(join(root, 'node_modules'))) {
  if (name !== '@stepproof') symlinkSync(join(root, 'node_modules', name), join(modules, name));
}
for (const name of readdirSync(join(root, 'node_modules/@stepproof'))) {
  cpSync(join(root, 'node_modules/@stepproof', name), join(modules, '@stepproof', name), {
    recursive: true,
    dereference: true,
    filter: (path) => !/[\\/](?:src|test|node_modules)$/.test(path.slice(root.length)),
  });
}

const files = 20;
const tests = 100;
const rounds = 4;

const trivial = `test('adds', () => { expect(1 + 1).toBe(2); });\n`;
const trivialSuite = `test.each(Array.from({ length: ${tests} }, (_, n) => n))('%i', (n) => { expect(n + 1).toBeGreaterThan(n); });\n`;
const executingSuite = `
const { run } = require('@stepproof/test-harness');
const definition = require('./order.asl.json');
const tasks = () => ({ result: {} });

test.each(Array.from({ length: ${tests} }, (_, n) => n))('%i', async (n) => {
  const execution = await run(definition, { n }, { tasks });
  expect(execution).toHaveVisited(definition.StartAt);
  expect(execution.path).toHaveLength(30);
});
`;

function project(name, config, content) {
  for (const [file, text] of Object.entries({
    'package.json': '{}',
    'jest.config.json': JSON.stringify(config),
    ...content,
  })) {
    const path = join(scratch, name, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(scratch, name);
}

const many = (text) => Object.fromEntries(Array.from({ length: files }, (_, n) => [`n${n}.test.js`, text]));
const preset = { preset: '@stepproof/jest-preset' };

/** Thirty states, each of which every execution goes through. */
const kinds = [
  (next) => ({
    Type: 'Task',
    Resource: 'arn:aws:states:::sqs:sendMessage',
    Parameters: { QueueUrl: 'https://queue', 'MessageBody.$': '$' },
    ResultPath: '$.sent',
    Retry: [{ ErrorEquals: ['States.TaskFailed'] }],
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Done' }],
    Next: next,
  }),
  (next) => ({ Type: 'Choice', Choices: [{ Variable: '$.n', NumericLessThan: 0, Next: 'Done' }], Default: next }),
  (next) => ({ Type: 'Pass', Parameters: { 'n.$': '$.n', 'text.$': "States.Format('{}', $.n)" }, Next: next }),
];
const chain = Array.from({ length: 29 }, (_, n) => [`State${n}`, kinds[n % 3](n < 28 ? `State${n + 1}` : 'Done')]);
const States = { ...Object.fromEntries(chain), Done: { Type: 'Succeed' } };
const definition = JSON.stringify({ StartAt: 'State0', States }, null, 2);

const projects = {
  files: project('files', {}, many(trivial)),
  filesWithPreset: project('files-with-preset', preset, many(trivial)),
  suite: project('suite', {}, { 'all.test.js': trivialSuite }),
  suiteWithPreset: project('suite-with-preset', preset, {
    'all.test.js': executingSuite,
    'order.asl.json': definition,
  }),
  covered: project(
    'covered',
    { ...preset, collectCoverage: true, coverageReporters: ['text-summary'] },
    { 'all.test.js': executingSuite, 'order.asl.json': definition },
  ),
};

// Time of the processor, not of the clock: it hardly depends on what else the machine does.
const report = join(scratch, 'millis');
const hook = join(scratch, 'report.cjs');
writeFileSync(
  hook,
  `process.on('exit', () => {
     const { user, system } = process.cpuUsage();
     require('node:fs').writeFileSync(${JSON.stringify(report)}, String((user + system) / 1000));
   });`,
);

/** Milliseconds of the processor for a whole run of jest, which is one process. */
function millis(cwd) {
  const args = ['--require', hook, join(modules, 'jest/bin/jest.js'), '--runInBand', '--silent'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`jest has failed in ${cwd}\n${stderr.slice(0, 2000)}`);
  return Number(readFileSync(report, 'utf8'));
}

// The best of several rounds, in turns: other load of the machine only ever makes a run slower. The first fills caches.
const best = Object.fromEntries(Object.keys(projects).map((name) => [name, Infinity]));
for (let round = 0; round <= rounds; round++) {
  for (const [name, folder] of Object.entries(projects)) {
    const taken = millis(folder);
    if (round > 0) best[name] = Math.min(best[name], taken);
  }
}
rmSync(scratch, { recursive: true });

const figure = (number) => `${number.toFixed(0)} ms`.padStart(9);
const line = (name, bare, ours, unit, aim) => {
  const more = (ours - bare) / unit;
  const ratio = `x ${(ours / bare).toFixed(2)}`;
  console.log(`  ${name.padEnd(46)} ${figure(bare)} ${figure(ours)} ${ratio.padStart(8)} ${figure(more)}   ${aim}`);
  return more;
};

console.log(`\nTime of the processor for whole runs of jest, best of ${rounds}`);
console.log(
  `  ${''.padEnd(46)} ${'bare'.padStart(9)} ${'preset'.padStart(9)} ${'ratio'.padStart(8)} ${'adds'.padStart(9)}`,
);
const perFile = line(
  `${files} files with a trivial test, by file`,
  best.files,
  best.filesWithPreset,
  files,
  '< 150 ms',
);
const suite = line(
  `${tests} tests, each with an execution of 30 states`,
  best.suite,
  best.suiteWithPreset,
  1,
  '< 2000 ms',
);
line('the same with coverage', best.suite, best.covered, 1, '');
process.exitCode = perFile < 150 && suite < 2000 ? 0 : 1;
