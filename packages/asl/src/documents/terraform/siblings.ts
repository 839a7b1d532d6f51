import { basename, dirname, join, resolve } from 'node:path';
import { nodeFileSystem, type FileSystem } from '../file-system';
import { keptForFolder } from '../kept';
import { KnownFiles, knownFoldersOf } from '../known-files';

/** The rest of the configuration that a Terraform file belongs to: all files of a folder are one. */
export interface TerraformSiblings {
  /** The other `*.tf`, in the order of their names. */
  readonly texts: readonly string[];
  /** The files that Terraform takes the values of variables from by itself; a later one wins. */
  readonly values: readonly string[];
}

const maxFiles = 100;
const maxBytes = 512 * 1024;

/**
 * The files beside a Terraform file that say what its locals and variables are. The same object as long as none of them has
 * changed; undefined where the file is alone.
 */
export function findTerraformSiblings(filename: string, fileSystem = nodeFileSystem): TerraformSiblings | undefined {
  const path = resolve(filename);
  const folder = folderAt(fileSystem, dirname(path));
  return folder.siblingsOf(basename(path));
}

class TerraformFolder {
  readonly #fileSystem: FileSystem;
  readonly #path: string;
  readonly #texts: KnownFiles<string>;
  readonly #siblings = new Map<string, TerraformSiblings>();

  constructor(fileSystem: FileSystem, path: string) {
    this.#fileSystem = fileSystem;
    this.#path = path;
    this.#texts = new KnownFiles(fileSystem, (_, text) => text, maxBytes);
  }

  siblingsOf(own: string): TerraformSiblings | undefined {
    const names = [...knownFoldersOf(this.#fileSystem).namesIn(this.#path)].sort();
    const texts = this.#textsOf(names.filter((name) => /\.tf$/i.test(name) && name !== own).slice(0, maxFiles));
    // https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
    const automatic = names.filter((name) => name.endsWith('.auto.tfvars'));
    const given = [...names.filter((name) => name === 'terraform.tfvars'), ...automatic];
    const values = this.#textsOf(given.filter((name) => name !== own));
    if (texts.length + values.length === 0) return undefined;
    const known = this.#siblings.get(own);
    if (known && isSame(known.texts, texts) && isSame(known.values, values)) return known;
    const siblings = { texts, values };
    this.#siblings.set(own, siblings);
    return siblings;
  }

  #textsOf(names: readonly string[]): string[] {
    return names.flatMap((name) => this.#texts.contentOf(join(this.#path, name)) ?? []);
  }
}

const isSame = (before: readonly string[], now: readonly string[]): boolean =>
  before.length === now.length && before.every((text, index) => text === now[index]);

const folderAt = keptForFolder((fileSystem, path) => new TerraformFolder(fileSystem, path));
