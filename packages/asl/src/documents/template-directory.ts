import { join } from 'node:path';
import { isDefinitionFile } from './bare';
import type { FileSystem } from './file-system';
import { KnownFiles, knownFoldersOf } from './known-files';
import { isScriptFile } from './script/script';
import { TemplateFile, type FileDeclaration } from './template-file';

const maxTemplates = 50;
const maxBytes = 2 * 1024 * 1024;

/** Names that templates have by convention; they are looked at first. */
const conventional = /^(?:template|serverless)\.(?:ya?ml|json)$|\.template(?:\.(?:ya?ml|json))?$|\.tf$/i;
const possible = /\.(?:ya?ml|json)$/i;
/** Large JSON files that lie beside templates and never are one. */
const neverTemplates = new Set(['package.json', 'package-lock.json', 'tsconfig.json']);

/** The folders of a CDK app that hold its stacks. */
const cdkFolders = new Set(['bin', 'lib', 'src', 'stacks', 'infra']);
/** Tests say little of what is deployed. */
const testFile = /\.(?:test|spec)\.[^.]+$/i;

/**
 * The templates in a directory. Kept between questions, so that linting a folder of thousands of definitions reads it
 * once. Changes are seen by mtime and size: of the directory, and of each file that is a template or named like one. A
 * file with another name that becomes a template without the directory changing is not seen until the directory changes.
 */
export class TemplateDirectory {
  private readonly fileSystem: FileSystem;
  private readonly path: string;
  private readonly templates: KnownFiles<TemplateFile | undefined>;
  private names: ReadonlySet<string> = new Set();
  /** Undefined for a file that declares no state machine. */
  private candidates = new Map<string, TemplateFile | undefined>();
  private sourceFolders: readonly string[] = [];

  constructor(fileSystem: FileSystem, path: string) {
    this.fileSystem = fileSystem;
    this.path = path;
    this.templates = new KnownFiles(fileSystem, (file, text) => TemplateFile.of(file, text, fileSystem), maxBytes);
  }

  /** Whether the directory is the top of a git repository, above which no template belongs to it. */
  get isRepositoryRoot(): boolean {
    return this.names.has('.git');
  }

  /** Where the sources of a CDK app are, as `cdk init` lays them out, if the directory is the top of one. */
  get cdkFolders(): readonly string[] {
    return this.sourceFolders;
  }

  /** What the templates say of the definition in the file at that absolute path. */
  declarationsOf(file: string): FileDeclaration[] {
    this.refresh();
    return [...this.candidates.values()].flatMap((template) => template?.declarationsOf(file) ?? []);
  }

  private refresh(): void {
    const names = knownFoldersOf(this.fileSystem).namesIn(this.path);
    if (names !== this.names) {
      this.names = names;
      const folders = names.has('cdk.json') ? [...names].filter((name) => cdkFolders.has(name)) : [];
      this.sourceFolders = folders.map((name) => join(this.path, name));
      this.candidates = new Map(candidatesAmong([...names]).map((name) => [name, this.load(name)]));
      return;
    }
    for (const [name, template] of this.candidates) {
      if (template || conventional.test(name)) this.candidates.set(name, this.load(name));
    }
  }

  private load(name: string): TemplateFile | undefined {
    return this.templates.contentOf(join(this.path, name));
  }
}

function candidatesAmong(names: readonly string[]): string[] {
  const others = names.filter(
    (name) => !conventional.test(name) && possible.test(name) && !isDefinitionFile(name) && !neverTemplates.has(name),
  );
  const sources = names.filter((name) => isScriptFile(name) && !testFile.test(name));
  const first = names.filter((name) => conventional.test(name));
  return [...first.sort(), ...others.sort(), ...sources.sort()].slice(0, maxTemplates);
}
