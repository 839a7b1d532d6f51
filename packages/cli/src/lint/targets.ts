import { statSync } from 'node:fs';
import { parse, relative, resolve, sep } from 'node:path';
import { CouldNotRun } from '../could-not-run';

/** What the user asks to be linted. */
export interface Targets {
  /** Everything, as absolute paths and globs. */
  readonly patterns: readonly string[];
  /** The files that were named one by one. */
  readonly files: ReadonlySet<string>;
  readonly globs: readonly string[];
}

const isGlob = /[*?{}()[\]!]/;

/**
 * Sorts the arguments into files, folders and globs.
 * @throws {CouldNotRun} for a name of nothing
 */
export function targetsOf(names: readonly string[], cwd: string): Targets {
  if (names.length === 0) {
    throw new CouldNotRun('nothing to lint; name files, folders or globs: stepproof lint "workflows/**/*.asl.json"');
  }
  const files = new Set<string>();
  const globs: string[] = [];
  const patterns = names.map((name) => {
    const path = resolve(cwd, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isFile()) files.add(path);
    else if (!found && isGlob.test(name)) globs.push(path);
    else if (!found) throw new CouldNotRun(`"${name}" does not exist; check the path`);
    return path;
  });
  return { patterns: [...new Set(patterns)], files, globs };
}

/** A path as the patterns of an ESLint configuration have it whose base is the root of the file system. */
export const fromRoot = (path: string): string => relative(parse(path).root, path).split(sep).join('/');
