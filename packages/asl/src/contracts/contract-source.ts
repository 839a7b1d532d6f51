import { basename, dirname, resolve } from 'node:path';
import type { FileSystem, FileVersion } from '../documents/file-system';
import { formatOf } from '../text/format';
import { LineIndex } from '../text/line-index';
import type { Located } from '../text/located';
import { parseText } from '../text/parse-text';
import type { ContractProblem } from './contract';

/** A document that contracts, or schemas that they refer to, are read from. */
export interface ContractSource {
  /** Undefined for a contract that was given as an object. */
  readonly file: string | undefined;
  readonly root: Located | undefined;
  /** What is wrong with the text itself. */
  readonly problems: readonly ContractProblem[];
  problemAt(place: Located, pointer: string, fault: string): ContractProblem;
}

/** Makes the source of a text in a file. */
function sourceOf(file: string, text: string): ContractSource {
  const { root, problems } = parseText(text, formatOf(file, text));
  const lines = new LineIndex(text);
  if (text.trim() === '') {
    const message = 'the file is empty; write an object such as { "input": { "type": "object" } }';
    return { file, root: undefined, problems: [{ message, file, line: 1, column: 1 }], problemAt: () => ({ message }) };
  }
  return {
    file,
    root: problems.length > 0 ? undefined : root,
    problems: problems.map(({ message, range }) => ({ message, file, ...lines.locate(range[0]) })),
    problemAt: ({ range }, pointer, fault) => ({ message: about(pointer, fault), file, ...lines.locate(range[0]) }),
  };
}

/** A contract that a program gives. */
export const givenSource = (root: Located): ContractSource => ({
  file: undefined,
  root,
  problems: [],
  problemAt: (_place, pointer, fault) => ({ message: about(pointer, fault) }),
});

const about = (pointer: string, fault: string): string => `"${pointer || '/'}" ${fault}`;

/** Lists folders and reads contracts, and the local files that they refer to; each again only when it has changed. */
export class ContractFiles {
  readonly #fileSystem: FileSystem;
  readonly #folders = new Map<string, { readonly mtimeMs: number | undefined; readonly names: ReadonlySet<string> }>();
  readonly #sources = new Map<string, { readonly version: FileVersion; readonly source: ContractSource }>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** Undefined if it cannot be read. */
  read(file: string): ContractSource | undefined {
    const version = this.#fileSystem.stat(file);
    const known = this.#sources.get(file);
    if (!version) return undefined;
    if (known?.version.mtimeMs === version.mtimeMs && known.version.size === version.size) return known.source;
    const text = this.#fileSystem.readFile(file);
    if (text === undefined) return undefined;
    const source = sourceOf(file, text);
    this.#sources.set(file, { version, source });
    return source;
  }

  /** The file at a path that a contract writes; a contract that comes from no file starts from the working directory. */
  referred(path: string, from: ContractSource): ContractSource | undefined {
    const file = pathFrom(path, from);
    return file === from.file ? from : this.read(file);
  }

  /** Those of the paths that a contract writes which lead to nothing. */
  missing(paths: readonly string[], from: ContractSource): readonly string[] {
    const byFolder = new Map<string, ReadonlySet<string>>();
    return paths.filter((path) => {
      const file = pathFrom(path, from);
      const folder = dirname(file);
      const names = byFolder.get(folder) ?? this.namesIn(folder);
      byFolder.set(folder, names);
      return !names.has(basename(file));
    });
  }

  /** The names in a folder as it is now: they come and go with its mtime. */
  namesIn(folder: string): ReadonlySet<string> {
    const mtimeMs = this.#fileSystem.stat(folder)?.mtimeMs;
    const known = this.#folders.get(folder);
    if (known && mtimeMs !== undefined && known.mtimeMs === mtimeMs) return known.names;
    const names = new Set(this.#fileSystem.list(folder));
    this.#folders.set(folder, { mtimeMs, names });
    return names;
  }
}

const known = new WeakMap<FileSystem, ContractFiles>();

/** What is known of a disk, for all who look: linting a folder of thousands of definitions lists it once. */
export function contractFilesOf(fileSystem: FileSystem): ContractFiles {
  const files = known.get(fileSystem) ?? new ContractFiles(fileSystem);
  known.set(fileSystem, files);
  return files;
}

const pathFrom = (path: string, { file }: ContractSource): string =>
  resolve(file === undefined ? '.' : dirname(file), path);

/** What messages call a contract: `"order.contracts.json"`. */
export const nameOf = ({ file }: ContractSource): string =>
  file === undefined ? 'the contract' : `"${basename(file)}"`;
