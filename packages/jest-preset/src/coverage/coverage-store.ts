import { DocumentCoverage, readSource, type IstanbulFileCoverage } from '@stepproof/test-harness';
import { UnreadableFileError } from '../unreadable-file-error';

/** The coverage of definitions over all test files of a run. */
export class CoverageStore {
  readonly #files = new Map<string, IstanbulFileCoverage>();

  get files(): Iterable<IstanbulFileCoverage> {
    return this.#files.values();
  }

  /** Adds what another test file has counted. A file has the same map in all of them. */
  add(file: IstanbulFileCoverage): void {
    const known = this.#files.get(file.path);
    if (!known) return void this.#files.set(file.path, structuredClone(file));
    addCounts(known.s, file.s);
    addCounts(known.f, file.f);
    for (const [id, arms] of Object.entries(file.b)) arms.forEach((count, arm) => (known.b[id]![arm]! += count));
  }
}

function addCounts(to: Record<string, number>, from: Readonly<Record<string, number>>): void {
  for (const [id, count] of Object.entries(from)) to[id]! += count;
}

/**
 * The coverage of a file in which nothing has run; undefined for a file without machines.
 * @throws {UnreadableFileError} for a definition that is neither JSON nor YAML
 */
export function emptyCoverage(path: string): IstanbulFileCoverage | undefined {
  const document = readSource(path);
  if (document.problems.length > 0) throw new UnreadableFileError(path, document);
  return document.machines.length > 0 ? new DocumentCoverage(document).file : undefined;
}
