import { globsToMatcher, replacePathSepForGlob } from 'jest-util';
import { relative } from 'node:path';

/** The files whose coverage is that of state machines; jest's own is of code. */
const machineFile = /\.(?:json|ya?ml|asl|template|tf)$/i;

/** Those of jest's settings that say whose coverage is wanted. */
export interface CoverageScope {
  readonly rootDir: string;
  readonly collectCoverageFrom?: readonly string[];
  readonly coveragePathIgnorePatterns: readonly string[];
}

export const isMachineFile = (path: string): boolean => machineFile.test(path);

/** Whether the coverage of a file that was run is wanted, as jest decides it for code. */
export function isCollected(path: string, scope: CoverageScope): boolean {
  const { rootDir, collectCoverageFrom = [], coveragePathIgnorePatterns } = scope;
  if (coveragePathIgnorePatterns.some((pattern) => new RegExp(pattern).test(path))) return false;
  const name = replacePathSepForGlob(relative(rootDir, path));
  return collectCoverageFrom.length === 0 || globsToMatcher([...collectCoverageFrom])(name);
}
