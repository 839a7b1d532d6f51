import { isAbsolute, relative, sep } from 'node:path';

/** The name of a file as the user of a shell in `cwd` would write it. A file outside of `cwd` keeps its full path. */
export function fileName(path: string, cwd: string): string {
  if (!isAbsolute(path)) return path;
  const name = relative(cwd, path);
  return name === '' || name.startsWith('..') || isAbsolute(name) ? path : name;
}

/** The same with slashes, whatever the system. */
export const slashedFileName = (path: string, cwd: string): string => fileName(path, cwd).split(sep).join('/');
