import { join } from 'node:path';
import { isDefinitionFile } from './bare';
import type { FileSystem, FileVersion } from './file-system';
import { isScriptFile } from './script';
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

interface Candidate {
  readonly version: FileVersion;
  /** Undefined for a file that declares no state machine. */
  readonly template: TemplateFile | undefined;
}

/**
 * The templates in a directory. Kept between questions, so that linting a folder of thousands of definitions reads it
 * once. Changes are seen by mtime and size: of the directory, and of each file that is a template or named like one. A
 * file with another name that becomes a template without the directory changing is not seen until the directory changes.
 */
export class TemplateDirectory {
  private readonly fileSystem: FileSystem;
  private readonly path: string;
  private mtimeMs: number | undefined;
  private candidates = new Map<string, Candidate>();
  private root = false;
  private sourceFolders: readonly string[] = [];

  constructor(fileSystem: FileSystem, path: string) {
    this.fileSystem = fileSystem;
    this.path = path;
  }

  /** Whether the directory is the top of a git repository, above which no template belongs to it. */
  get isRepositoryRoot(): boolean {
    return this.root;
  }

  /** Where the sources of a CDK app are, as `cdk init` lays them out, if the directory is the top of one. */
  get cdkFolders(): readonly string[] {
    return this.sourceFolders;
  }

  /** What the templates say of the definition in the file at that absolute path. */
  declarationsOf(file: string): FileDeclaration[] {
    this.refresh();
    return [...this.candidates.values()].flatMap(({ template }) => template?.declarationsOf(file) ?? []);
  }

  private refresh(): void {
    const mtimeMs = this.fileSystem.stat(this.path)?.mtimeMs;
    if (mtimeMs === undefined || mtimeMs !== this.mtimeMs) {
      const names = this.fileSystem.list(this.path) ?? [];
      this.root = names.includes('.git');
      const folders = names.includes('cdk.json') ? names.filter((name) => cdkFolders.has(name)) : [];
      this.sourceFolders = folders.map((name) => join(this.path, name));
      this.candidates = new Map(candidatesAmong(names).flatMap((name) => this.load(name)));
      this.mtimeMs = mtimeMs;
      return;
    }
    for (const [name, { template }] of this.candidates) {
      if (!template && !conventional.test(name)) continue;
      const [loaded] = this.load(name);
      if (loaded) this.candidates.set(...loaded);
      else this.candidates.delete(name);
    }
  }

  /** The candidate as it is on the disk now, not read again if it is the same; nothing if it cannot be read. */
  private load(name: string): [[string, Candidate]] | [] {
    const path = join(this.path, name);
    const version = this.fileSystem.stat(path);
    if (!version || version.size > maxBytes) return [];
    const known = this.candidates.get(name);
    if (known?.version.mtimeMs === version.mtimeMs && known.version.size === version.size) return [[name, known]];
    const text = this.fileSystem.readFile(path);
    return text === undefined ? [] : [[name, { version, template: TemplateFile.of(path, text) }]];
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
