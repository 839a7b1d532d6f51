import type { FileSystem, FileVersion } from './file-system';
import { keptForDisk } from './kept';

/** Lists the folders of a disk, each again only when names have come or gone: their mtime tells. */
class KnownFolders {
  readonly #fileSystem: FileSystem;
  readonly #folders = new Map<string, { readonly mtimeMs: number | undefined; readonly names: ReadonlySet<string> }>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** The names in a folder; the same set as long as nothing has changed. */
  namesIn(folder: string): ReadonlySet<string> {
    const mtimeMs = this.#fileSystem.stat(folder)?.mtimeMs;
    const known = this.#folders.get(folder);
    if (known && mtimeMs !== undefined && known.mtimeMs === mtimeMs) return known.names;
    const names = new Set(this.#fileSystem.list(folder));
    this.#folders.set(folder, { mtimeMs, names });
    return names;
  }
}

/** What is known of a disk, for all who look: linting a folder of thousands of definitions lists it once. */
export const knownFoldersOf = keptForDisk((fileSystem) => new KnownFolders(fileSystem));

/** What files hold, each read again only when its version has changed. */
export class KnownFiles<T> {
  readonly #fileSystem: FileSystem;
  readonly #read: (path: string, text: string) => T;
  readonly #maxBytes: number;
  readonly #files = new Map<string, { readonly version: FileVersion; readonly content: T }>();

  constructor(fileSystem: FileSystem, read: (path: string, text: string) => T, maxBytes = Infinity) {
    this.#fileSystem = fileSystem;
    this.#read = read;
    this.#maxBytes = maxBytes;
  }

  /** Undefined for a file that cannot be read, or is too large. */
  contentOf(path: string): T | undefined {
    const version = this.#fileSystem.stat(path);
    if (!version || version.size > this.#maxBytes) return undefined;
    const known = this.#files.get(path);
    if (known?.version.mtimeMs === version.mtimeMs && known.version.size === version.size) return known.content;
    const text = this.#fileSystem.readFile(path);
    if (text === undefined) return undefined;
    const content = this.#read(path, text);
    this.#files.set(path, { version, content });
    return content;
  }
}
