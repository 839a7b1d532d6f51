// `npm start`: lints the bundled examples and says what to try next. The examples hold defects on purpose, so findings
// are a success here; only a linter that cannot run is a failure.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, ['packages/cli/bin/stepproof.js', 'lint', 'examples'], {
  cwd: root,
  stdio: 'inherit',
});

console.log(`
These defects are left in the examples on purpose. Next:
  npx stepproof lint "path/to/**/*.asl.json" template.yaml    your own workflows
  npx stepproof lint --help                                   formats, fixes, workflow type
  docs/getting-started.md                                     pre-commit hook, editor, CI
`);
process.exitCode = status === 0 || status === 1 ? 0 : 2;
