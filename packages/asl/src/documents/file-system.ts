import { readdirSync, readFileSync, statSync } from 'node:fs';

/** What the search for templates needs of a disk. Nothing throws: what cannot be read is undefined. */
export interface FileSystem {
  readFile(path: string): string | undefined;
  /** The names in a directory. */
  list(directory: string): readonly string[] | undefined;
  stat(path: string): FileVersion | undefined;
}

/** Changes whenever the file does; a directory changes when names come and go. */
export interface FileVersion {
  readonly mtimeMs: number;
  readonly size: number;
}

export const nodeFileSystem: FileSystem = {
  readFile: (path) => attempt(() => readFileSync(path, 'utf8')),
  list: (directory) => attempt(() => readdirSync(directory)),
  stat: (path) => attempt(() => statSync(path, { throwIfNoEntry: false })),
};

/** Files vanish and permissions lack while an editor is open; a definition is linted without its template then. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
