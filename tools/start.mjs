// `npm start`: lints the bundled examples, runs the executions of those that have tests, and says what to try next. Some
// examples hold defects on purpose, so findings are a success here; a linter that cannot run and an execution that goes
// wrong are failures.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status;

console.log('The definitions in examples/, linted; some defects were left in on purpose:');
const lintStatus = run('packages/cli/bin/stepproof.js', 'lint', 'examples');
const isLinted = lintStatus === 0 || lintStatus === 1;

console.log(
  '\nThe tests in examples/ execute workflows, with mocks for what they call and without waiting; jest shows what they cover:',
);
const isExecuted = run('node_modules/jest/bin/jest.js', '--selectProjects', 'examples', '--coverage') === 0;

if (isLinted && isExecuted) {
  console.log(`
Next:
  npx stepproof lint "path/to/**/*.asl.json" template.yaml    your own workflows
  npx stepproof lint --help                                   formats, fixes, workflow type
  docs/getting-started.md                                     pre-commit hook, editor, CI
  npx stepproof explore examples/refund/refund.asl.json       a search for what breaks a workflow
  docs/jest.md                                                tests for your own workflows
`);
} else {
  const failed = [...(isLinted ? [] : ['the linter']), ...(isExecuted ? [] : ['an execution'])].join(' and ');
  console.error(`\nThis is a failure of StepProof: ${failed} did not end as it should, see above`);
}
process.exitCode = isLinted && isExecuted ? 0 : 2;
