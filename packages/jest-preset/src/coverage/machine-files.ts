import { globsToMatcher, replacePathSepForGlob } from 'jest-util';
import { relative } from 'node:path';

/** The files whose coverage is that of state machines; jest's own is of code. */
const machineFile = /\.(?:json|ya?ml|asl|template|tf|tftpl|tpl)$/i;

export const isMachineFile = (path: string): boolean => machineFile.test(path);

/** What jest says about whose coverage is wanted. Globs count from `rootDir`, which is that of the whole run. */
export interface CoverageScope {
  readonly rootDir: string;
  readonly collectCoverageFrom: readonly string[];
  readonly coveragePathIgnorePatterns: readonly string[];
  /** With `--changedSince` and the like: only these. */
  readonly changedFiles?: ReadonlySet<string> | undefined;
  readonly sourcesRelatedToTestsInChangedFiles?: ReadonlySet<string> | undefined;
}

/** Whether the coverage of a file is wanted, as jest decides it for code. */
export function isCollected(path: string, scope: CoverageScope): boolean {
  const { rootDir, collectCoverageFrom, coveragePathIgnorePatterns, changedFiles } = scope;
  if (coveragePathIgnorePatterns.some((pattern) => new RegExp(pattern).test(path))) return false;
  if (changedFiles && !changedFiles.has(path) && !scope.sourcesRelatedToTestsInChangedFiles?.has(path)) return false;
  const name = replacePathSepForGlob(relative(rootDir, path));
  return collectCoverageFrom.length === 0 || globsToMatcher([...collectCoverageFrom])(name);
}
