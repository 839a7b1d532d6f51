import { basename, dirname, resolve } from 'node:path';
import { formatOf } from '../text/format';
import { parseText } from '../text/parse-text';
import type { DeclaredMachine, TemplateDeclaration } from './declared-machine';
import { findMachines } from './find-machines';
import { startsSynchronously } from './logging';
import { isTerraformFile, readTerraform } from './terraform';

/** What a template says of a definition that stands in a file of its own. */
export interface FileDeclaration extends TemplateDeclaration {
  /** The path of the template. */
  readonly template: string;
}

const marker = /AWS::(?:Serverless|StepFunctions)::StateMachine|stepFunctions|stateMachines|aws_sfn_state_machine/;

/** A module may have any source, but its argument has that name. */
const terraformMarker = /aws_sfn_state_machine|\bdefinition\s*=/;

/** A template, parsed when a definition that it mentions is asked for. */
export class TemplateFile {
  private readonly path: string;
  private readonly text: string;
  private declarations: ReadonlyMap<string, readonly FileDeclaration[]> | undefined;

  private constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  /** Undefined if the text declares no state machines. */
  static of(path: string, text: string): TemplateFile | undefined {
    return (isTerraformFile(path) ? terraformMarker : marker).test(text) ? new TemplateFile(path, text) : undefined;
  }

  /** What the template says of the definition in the file at that absolute path. */
  declarationsOf(file: string): readonly FileDeclaration[] {
    if (!this.declarations && !this.text.includes(basename(file))) return [];
    this.declarations ??= this.read();
    return this.declarations.get(file) ?? [];
  }

  private read(): ReadonlyMap<string, readonly FileDeclaration[]> {
    const declarations = new Map<string, FileDeclaration[]>();
    for (const { file, declaration } of this.machines()) {
      if (file === undefined) continue;
      const path = resolve(dirname(this.path), file);
      const known = declarations.get(path) ?? [];
      const isLogged = startsSynchronously(this.text) ? undefined : declaration?.isLogged;
      // The range is one of the template's text.
      known.push({ ...declaration, isLogged, typeRange: undefined, template: this.path });
      declarations.set(path, known);
    }
    return declarations;
  }

  private machines(): readonly DeclaredMachine[] {
    if (isTerraformFile(this.path)) return readTerraform(this.text).machines;
    const { root } = parseText(this.text, formatOf(this.path, this.text));
    return root ? findMachines(root) : [];
  }
}
