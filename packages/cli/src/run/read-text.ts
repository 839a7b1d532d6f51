import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CouldNotRun } from '../could-not-run';

/** The text of a file that the user has named. */
export function readText(name: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, name), 'utf8');
  } catch (error) {
    throw unreadable(name, error);
  }
}

/** What to tell of a file that the system does not give; any other error as it is. */
export function unreadable(name: string, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) return error;
  return new CouldNotRun(
    code === 'ENOENT'
      ? `"${name}" does not exist; check the path`
      : `cannot read "${name}" (${code}); check that it is a file and may be read`,
  );
}
