import { basename, dirname, resolve } from 'node:path';
import type { FileSystem } from '../documents/file-system';
import { keptForDisk } from '../documents/kept';
import { KnownFiles, knownFoldersOf } from '../documents/known-files';
import { formatOf } from '../text/format';
import { LineIndex } from '../text/line-index';
import type { Located } from '../text/located';
import { parseText } from '../text/parse-text';
import type { ContractProblem } from '../syntax/contract';

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
  readonly #sources: KnownFiles<ContractSource>;

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
    this.#sources = new KnownFiles(fileSystem, sourceOf);
  }

  /** Undefined if it cannot be read. */
  read(file: string): ContractSource | undefined {
    return this.#sources.contentOf(file);
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

  namesIn(folder: string): ReadonlySet<string> {
    return knownFoldersOf(this.#fileSystem).namesIn(folder);
  }
}

/** The contracts of a disk, for all who look. */
export const contractFilesOf = keptForDisk((fileSystem) => new ContractFiles(fileSystem));

const pathFrom = (path: string, { file }: ContractSource): string =>
  resolve(file === undefined ? '.' : dirname(file), path);

/** What messages call a contract: `"order.contracts.json"`. */
export const nameOf = ({ file }: ContractSource): string =>
  file === undefined ? 'the contract' : `"${basename(file)}"`;
