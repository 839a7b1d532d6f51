import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');
const installed = join(root, 'node_modules');

/** The folders of the packages that come with the preset. */
const packages = ['packages/asl', 'rules', 'packages/linter', 'packages/test-harness', 'packages/jest-preset'];

/**
 * A folder whose `node_modules` has the packages as npm would publish them, and besides what the repository has installed:
 * no network is needed. It is made once for each state of the sources, and kept for the next test file and the next run.
 */
export function installation(): string {
  const folder = join(realpathSync(tmpdir()), `stepproof-e2e-${hashOfSources()}`);
  if (!existsSync(folder)) install(folder);
  return folder;
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(root);
  for (const folder of packages) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || /[\\/](?:dist|test)[\\/]|\.tsbuildinfo$/.test(path)) continue;
      hash.update(path).update(readFileSync(path));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function install(folder: string): void {
  execFileSync(process.execPath, [join(installed, 'typescript/bin/tsc'), '-b', 'packages/jest-preset'], { cwd: root });
  const making = mkdtempSync(`${folder}-`);
  const modules = join(making, 'node_modules');
  mkdirSync(join(modules, '@stepproof'), { recursive: true });
  for (const { name, filename } of packed(making)) {
    const target = join(modules, name);
    mkdirSync(target);
    execFileSync('tar', ['-xzf', join(making, filename), '-C', target, '--strip-components', '1']);
  }
  const ours = new Set(['@stepproof', 'stepproof', '.cache']);
  for (const name of readdirSync(installed)) {
    if (!ours.has(name)) symlinkSync(join(installed, name), join(modules, name));
  }
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another worker of jest was faster.
    if (!existsSync(folder)) throw error;
    rmSync(making, { recursive: true });
  }
}

/** Packs the packages into a folder. */
function packed(folder: string): readonly { readonly name: string; readonly filename: string }[] {
  const workspaces = packages.flatMap((path) => ['--workspace', path]);
  const report = execFileSync('npm', ['pack', '--json', '--pack-destination', folder, ...workspaces], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  return JSON.parse(report) as { name: string; filename: string }[];
}
