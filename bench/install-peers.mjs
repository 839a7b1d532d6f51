import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Installs what the benchmarks compare with, unless it is there; gives back how to require it, and the versions. */
export function installPeers() {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const { dependencies } = JSON.parse(readFileSync(`${here}package.json`, 'utf8'));
  if (!Object.keys(dependencies).every((name) => existsSync(`${here}node_modules/${name}`))) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--workspaces=false'], {
      cwd: here,
      stdio: 'inherit',
    });
  }
  return { requirePeer: createRequire(import.meta.url), versions: dependencies };
}
