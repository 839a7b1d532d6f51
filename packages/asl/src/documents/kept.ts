import type { FileSystem } from './file-system';

/** Keeps what is made for a disk as long as the disk is, for all who ask. */
export const keptForDisk = <T>(make: (fileSystem: FileSystem) => T): ((fileSystem: FileSystem) => T) =>
  kept(new WeakMap<FileSystem, T>(), make);

/** The same for each folder of a disk, by its path. */
export function keptForFolder<T>(make: (fileSystem: FileSystem, path: string) => T) {
  const foldersOf = keptForDisk((fileSystem) => kept(new Map<string, T>(), (path) => make(fileSystem, path)));
  return (fileSystem: FileSystem, path: string): T => foldersOf(fileSystem)(path);
}

interface Known<Key, T> {
  get(key: Key): T | undefined;
  set(key: Key, value: T): unknown;
}

const kept =
  <Key, T>(known: Known<Key, T>, make: (key: Key) => T) =>
  (key: Key): T => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
