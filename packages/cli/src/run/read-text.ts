import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CouldNotRun } from '../could-not-run';

/** The text of a file that the user has named. */
export function readText(name: string, cwd: string): string {
  try {
    return readFileSync(resolve(cwd, name), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CouldNotRun(
      code === 'ENOENT'
        ? `"${name}" does not exist; check the path`
        : `cannot read "${name}" (${code}); check that it is a file and may be read`,
    );
  }
}
