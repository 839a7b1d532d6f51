import { basename, dirname, resolve } from 'node:path';
import { formatOf } from '../text/format';
import { parseText } from '../text/parse-text';
import { documentsOf } from '../text/yaml/stream';
import type { DeclaredMachine, TemplateDeclaration } from './declared-machine';
import { findMachines } from './find-machines';
import { startsSynchronously } from './logging';
import { isScriptFile, readScriptDeclarations } from './script/script';
import type { FileSystem } from './file-system';
import { isTerraformFile, readTerraform } from './terraform/read-terraform';
import { findTerraformSiblings, type TerraformSiblings } from './terraform/siblings';

/** What a template says of a definition that stands in a file of its own. */
export interface FileDeclaration extends TemplateDeclaration {
  /** The path of the template. */
  readonly template: string;
}

const scriptMarker = /fromFile|readFile|Step[Ff]unctions|\bsfn\b/;
const marker = /AWS::(?:Serverless|StepFunctions)::StateMachine|stepFunctions|stateMachines|aws_sfn_state_machine/;

/** A module may have any source, but its argument has that name. */
const terraformMarker = /aws_sfn_state_machine|\bdefinition\s*=/;

const markerFor = (path: string): RegExp =>
  isTerraformFile(path) ? terraformMarker : isScriptFile(path) ? scriptMarker : marker;

/** How many folders above a source its program may be started in. */
const maxLevels = 6;

/** A template, parsed when a definition that it mentions is asked for. */
export class TemplateFile {
  private readonly path: string;
  private readonly text: string;
  private readonly fileSystem: FileSystem;
  /** The rest of a Terraform configuration, as it was when the declarations were read. */
  private siblings: TerraformSiblings | undefined;
  private declarations: ReadonlyMap<string, readonly FileDeclaration[]> | undefined;

  private constructor(path: string, text: string, fileSystem: FileSystem) {
    this.path = path;
    this.text = text;
    this.fileSystem = fileSystem;
  }

  /** Undefined if the text declares no state machines. */
  static of(path: string, text: string, fileSystem: FileSystem): TemplateFile | undefined {
    return markerFor(path).test(text) ? new TemplateFile(path, text, fileSystem) : undefined;
  }

  /** What the template says of the definition in the file at that absolute path; it calls an asset by its hash alone. */
  declarationsOf(file: string): readonly FileDeclaration[] {
    if (isTerraformFile(this.path)) this.refreshSiblings();
    else if (!this.declarations && !this.text.includes(basename(file).replace(/^asset\./, ''))) return [];
    this.declarations ??= this.read();
    return this.declarations.get(file) ?? [];
  }

  /** A local of another file may say what the definition's file is. */
  private refreshSiblings(): void {
    const siblings = findTerraformSiblings(this.path, this.fileSystem);
    if (siblings !== this.siblings) this.declarations = undefined;
    this.siblings = siblings;
  }

  private read(): ReadonlyMap<string, readonly FileDeclaration[]> {
    const declarations = new Map<string, FileDeclaration[]>();
    for (const { file, declaration } of this.machines()) {
      if (file === undefined) continue;
      const isLogged = startsSynchronously(this.text) ? undefined : declaration?.isLogged;
      for (const path of this.pathsOf(file)) {
        const known = declarations.get(path) ?? [];
        // The range is one of the template's text.
        known.push({ ...declaration, isLogged, typeRange: undefined, template: this.path });
        declarations.set(path, known);
      }
    }
    return declarations;
  }

  /** A program is started at or above its sources, and a path that does not begin with a dot begins there. */
  private pathsOf(file: string): readonly string[] {
    const paths = [resolve(dirname(this.path), file)];
    if (!isScriptFile(this.path) || file.startsWith('.')) return paths;
    let folder = dirname(this.path);
    for (let level = 0; level < maxLevels && dirname(folder) !== folder; level++) {
      folder = dirname(folder);
      paths.push(resolve(folder, file));
    }
    return [...new Set(paths)];
  }

  private machines(): readonly DeclaredMachine[] {
    if (isScriptFile(this.path)) return readScriptDeclarations(this.text, this.path).machines;
    if (isTerraformFile(this.path)) return readTerraform(this.text, this.siblings).machines;
    const format = formatOf(this.path, this.text);
    return documentsOf(this.text, format).flatMap((document) => {
      const { root } = parseText(document, format);
      return root ? findMachines(root) : [];
    });
  }
}
