import { dirname, resolve } from 'node:path';
import { commonDeclaration } from './declared-machine';
import { nodeFileSystem } from './file-system';
import { keptForFolder } from './kept';
import { TemplateDirectory } from './template-directory';
import type { FileDeclaration } from './template-file';

/** How many directories above the definition's own are searched. */
const maxLevels = 6;

/**
 * What the templates around a definition file say of it: the type of the workflow, the machine's name, the values put
 * into it. Looks in the file's directory and those above, up to the top of the git repository, and in the folders of a CDK
 * app that is met on the way. Where several templates
 * refer to the file, only what they agree on is told.
 */
export function findDeclaration(filename: string, fileSystem = nodeFileSystem): FileDeclaration | undefined {
  const file = resolve(filename);
  const declarations: FileDeclaration[] = [];
  const seen = new Set<string>();
  let path = dirname(file);
  for (let level = 0; level <= maxLevels; level++) {
    const directory = directoryAt(fileSystem, path);
    seen.add(path);
    declarations.push(...directory.declarationsOf(file));
    for (const folder of directory.cdkFolders) {
      if (!seen.has(folder)) declarations.push(...directoryAt(fileSystem, folder).declarationsOf(file));
    }
    const parent = dirname(path);
    if (directory.isRepositoryRoot || parent === path) break;
    path = parent;
  }
  return commonDeclaration(declarations);
}

const directoryAt = keptForFolder((fileSystem, path) => new TemplateDirectory(fileSystem, path));
