import { basename, dirname, join, resolve } from 'node:path';
import type { DocumentContracts } from '../documents/document';
import { nodeFileSystem } from '../documents/file-system';
import { contractFilesOf } from './contract-source';
import { projectContracts, siblingContracts } from './document-contracts';

const projectFile = 'stepproof.contracts.json';

const extensions = /(?:\.asl)?(?:\.(?:jsonc?|ya?ml|tf))?(?:\.(?:template|tpl|tmpl|tftpl))?$/i;

/**
 * The contracts of the machines in a file: `order.contracts.json` beside `order.asl.json`, else what the nearest
 * `stepproof.contracts.json` in its folder or above says of it. The search ends with the first such file, and at the
 * folder of a package.json or of the git repository.
 */
export function findContracts(filename: string, fileSystem = nodeFileSystem): DocumentContracts | undefined {
  const files = contractFilesOf(fileSystem);
  const file = resolve(filename);
  let folder = dirname(file);
  let names = files.namesIn(folder);
  const sibling = `${basename(file).replace(extensions, '')}.contracts.json`;
  if (names.has(sibling)) {
    const source = files.read(join(folder, sibling));
    if (source) return siblingContracts(source, files);
  }
  for (;;) {
    if (names.has(projectFile)) {
      const source = files.read(join(folder, projectFile));
      return source && projectContracts(file, source, files);
    }
    const parent = dirname(folder);
    if (names.has('package.json') || names.has('.git') || parent === folder) return undefined;
    folder = parent;
    names = files.namesIn(folder);
  }
}
