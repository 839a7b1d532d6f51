import { basename, dirname, join, resolve } from 'node:path';
import { nodeFileSystem, type FileSystem } from '../documents/file-system';
import { ContractFiles } from './contract-source';
import { projectContracts, siblingContracts, type DocumentContracts } from './document-contracts';

const projectFile = 'stepproof.contracts.json';

const extensions = /(?:\.asl)?(?:\.(?:jsonc?|ya?ml|tf))?(?:\.(?:template|tpl|tmpl|tftpl))?$/i;

/**
 * The contracts of the machines in a file: `order.contracts.json` beside `order.asl.json`, else what the nearest
 * `stepproof.contracts.json` in its folder or above says of it. The search ends with the first such file, and at the
 * folder of a package.json or of the git repository.
 */
export function findContracts(filename: string, fileSystem = nodeFileSystem): DocumentContracts | undefined {
  const disk = diskOf(fileSystem);
  const file = resolve(filename);
  let folder = dirname(file);
  const sibling = `${basename(file).replace(extensions, '')}.contracts.json`;
  if (`${folder}/${sibling}` !== file && disk.namesIn(folder).has(sibling)) {
    const source = disk.files.read(join(folder, sibling));
    if (source) return siblingContracts(source, disk.files);
  }
  for (;;) {
    const names = disk.namesIn(folder);
    if (names.has(projectFile)) {
      const source = disk.files.read(join(folder, projectFile));
      return source && projectContracts(file, source, disk.files);
    }
    const parent = dirname(folder);
    if (names.has('package.json') || names.has('.git') || parent === folder) return undefined;
    folder = parent;
  }
}

/** What is known of a disk: linting a folder of thousands of definitions lists it once. */
class ContractDisk {
  readonly files: ContractFiles;
  readonly #fileSystem: FileSystem;
  readonly #folders = new Map<string, { readonly mtimeMs: number | undefined; readonly names: ReadonlySet<string> }>();

  constructor(fileSystem: FileSystem) {
    this.files = new ContractFiles(fileSystem);
    this.#fileSystem = fileSystem;
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

const disks = new WeakMap<FileSystem, ContractDisk>();

function diskOf(fileSystem: FileSystem): ContractDisk {
  const known = disks.get(fileSystem) ?? new ContractDisk(fileSystem);
  disks.set(fileSystem, known);
  return known;
}
