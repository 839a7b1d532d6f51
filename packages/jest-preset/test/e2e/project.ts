import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installation } from './installation';

/** How a command has ended, and what it has said. */
export interface Outcome {
  readonly exitCode: number;
  readonly output: string;
}

/** A project of a user, next to the packages that it has installed. */
export class Project {
  readonly folder: string;

  /** @param files by path, their text; objects are written as JSON */
  constructor(files: Readonly<Record<string, string | object>> = {}) {
    this.folder = mkdtempSync(join(installation(), 'project-'));
    this.write(files);
  }

  write(files: Readonly<Record<string, string | object>>): void {
    for (const [name, content] of Object.entries(files)) {
      const path = join(this.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    }
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  /** The branches of a file in the lcov report: the line, and how often each arm was taken. */
  branchesInLcov(file: string): readonly string[] {
    const [, record = ''] = this.read('coverage/lcov.info').split(`SF:${file}\n`);
    const branches = new Map<string, string>();
    for (const [, line, id, count] of record.split('end_of_record')[0]!.matchAll(/^BRDA:(\d+),(\d+),\d+,(\d+)$/gm)) {
      branches.set(id!, `${branches.get(id!) ?? `${line}:`} ${count}`);
    }
    return [...branches.values()];
  }

  has(name: string): boolean {
    return existsSync(join(this.folder, name));
  }

  /** Runs jest in the project, with the support of Node for ES modules. */
  jest(...args: readonly string[]): Promise<Outcome> {
    return this.#node(['--experimental-vm-modules', '--no-warnings'], 'jest/bin/jest.js', ['--ci', ...args]);
  }

  tsc(...args: readonly string[]): Promise<Outcome> {
    return this.#node([], 'typescript/bin/tsc', args);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  #node(flags: readonly string[], script: string, args: readonly string[]): Promise<Outcome> {
    const path = join(this.folder, '../node_modules', script);
    // Nothing of the run of jest that this is part of.
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, NO_COLOR: '1' };
    return new Promise((resolve) => {
      execFile(process.execPath, [...flags, path, ...args], { cwd: this.folder, env }, (error, stdout, stderr) => {
        const exitCode = error ? (typeof error.code === 'number' ? error.code : -1) : 0;
        resolve({ exitCode, output: `${stderr}\n${stdout}` });
      });
    });
  }
}

/**
 * The rows of the coverage table by file: statements, branches, functions, lines, and what is not covered.
 * @param folder where the files are, when the table has several folders
 */
export function tableOf({ output }: Outcome, folder?: string): Readonly<Record<string, string>> {
  const rows = output.split('\n').map((line) => line.split('|'));
  const table = new Map<string, string>();
  let isInside = folder === undefined;
  for (const [file = '', ...cells] of rows.filter(({ length }) => length === 6)) {
    const name = file.trim();
    if (!name.includes('.')) isInside = folder === undefined || name === folder;
    else if (isInside)
      table.set(
        name,
        cells
          .map((cell) => cell.trim())
          .join(' ')
          .trim(),
      );
  }
  return Object.fromEntries(table);
}
