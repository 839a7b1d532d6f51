// `npm run fuzz`: the properties of the interpreter, the Choice solver and the retries, tried with many more random machines
// than in CI, and with another seed each time; and the readers of files, with broken sources.
//
//   npm run fuzz                                  FC_RUNS: how often each property is tried (default: 2000)
//   FC_SEED=42 FC_RUNS=100000 npm run fuzz        FC_SEED: repeats a run
//   npm run fuzz -- machine/properties            only the test files whose path has that in it
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = [
  'test-harness/test/.*machine/properties',
  'test-harness/test/.*tasks/callbacks',
  'test-harness/test/.*scheduler/timers',
  'test-harness/test/.*solver/solve-path',
  'test-harness/test/.*explore/retry-timing',
  'test-harness/test/.*analysis/',
  'asl/test/analysis/solver/',
  'asl/test/documents/mutations',
];

const { FC_SEED = String(Date.now() % 2 ** 31), FC_RUNS = '2000' } = process.env;
for (const [name, value] of Object.entries({ FC_SEED, FC_RUNS })) {
  if (Number.isInteger(Number(value)) && (name === 'FC_SEED' || Number(value) > 0)) continue;
  console.error(
    `"${name}" is "${value}", which is no number of ${name === 'FC_RUNS' ? 'runs' : 'a seed'}; give an integer`,
  );
  process.exit(2);
}

const wanted = process.argv.slice(2);
const patterns = (wanted.length > 0 ? wanted.map((file) => `.*${file}`) : files).map((file) => `packages/${file}`);
console.log(
  `Tries each property ${FC_RUNS} times; to repeat this run: FC_SEED=${FC_SEED} FC_RUNS=${FC_RUNS} npm run fuzz`,
);

const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'packages', '--testTimeout', String(2 ** 31 - 1)];
const { status } = spawnSync(process.execPath, [...jest, '--verbose', ...patterns], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FC_SEED, FC_RUNS },
});
if (status !== 0)
  console.error(`\nA property does not hold; to see it again: FC_SEED=${FC_SEED} FC_RUNS=${FC_RUNS} npm run fuzz`);
process.exitCode = status ?? 2;
