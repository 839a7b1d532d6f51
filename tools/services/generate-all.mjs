// Rebuilds what is generated from the models of AWS's APIs: `npm run generate:services`.
//
//   packages/asl/src/services/catalogue-data.ts   by generate.mjs, from the npm package aws-sdk
//   packages/asl/data/                            by generate-shapes.mjs, from the Python package botocore
//
// It loads 100 MB from each registry into a folder of its own and needs `pip` and `unzip`. BOTOCORE=1.44.0 takes another
// version of the models. What has changed is to be read before it is committed: `git diff --stat`.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const botocore = process.env.BOTOCORE ?? '1.43.107';
const work = mkdtempSync(join(tmpdir(), 'stepproof-services-'));
const run = (command, ...args) => execFileSync(command, args, { cwd: work, stdio: 'inherit' });

try {
  // In a copy, because its dependency serves nobody but whoever runs this.
  const tools = join(work, 'tools');
  cpSync(join(root, 'tools', 'services'), tools, { recursive: true });
  run('npm', '--prefix', tools, 'install', '--no-audit', '--no-fund');
  run(process.execPath, join(tools, 'generate.mjs'), join(root, 'packages/asl/src/services/catalogue-data.ts'));

  run('pip', 'download', '--no-deps', '--dest', work, `botocore==${botocore}`);
  const wheel = readdirSync(work).find((name) => name.endsWith('.whl'));
  run('unzip', '-q', '-d', join(work, 'botocore'), join(work, wheel));
  run(process.execPath, join(tools, 'generate-shapes.mjs'), join(work, 'botocore'), join(root, 'packages/asl/data'));
} finally {
  rmSync(work, { recursive: true, force: true });
}
