import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../src/main';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly tty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder of its own for each test, in which the command line is run in this process. */
export class Workspace {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'stepproof-cli-')));

  write(files: Readonly<Record<string, unknown>>): this {
    for (const [name, contents] of Object.entries(files)) {
      const path = join(this.folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents, null, 2));
    }
    return this;
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  async run(argv: readonly string[], { stdin = '', tty = false, env = {} }: Surroundings = {}): Promise<Outcome> {
    const written = { stdout: '', stderr: '' };
    const output = (name: keyof typeof written) => ({ isTTY: tty, write: (text: string) => (written[name] += text) });
    async function* input() {
      await Promise.resolve();
      yield stdin;
    }
    const io = { cwd: this.folder, env, stdin: input(), stdout: output('stdout'), stderr: output('stderr') };
    const code = await main(argv, io);
    return { code, ...written };
  }

  /** Runs the built command in a process of its own. */
  spawn(argv: readonly string[], input = ''): Outcome {
    const bin = join(__dirname, '../bin/stepproof.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
      cwd: this.folder,
      input,
      encoding: 'utf8',
    });
    return { code: status ?? -1, stdout, stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Sound in every rule. */
export const sound = { StartAt: 'Done', States: { Done: { Type: 'Succeed' } } };

/** One error, at 7:5. */
export const unreachable = { StartAt: 'Done', States: { Done: { Type: 'Succeed' }, Island: { Type: 'Succeed' } } };

/** No error and one warning: the directive has no effect. */
export const warned = {
  StartAt: 'Done',
  States: { Done: { Type: 'Succeed', Comment: 'eslint-disable asl/no-unreachable-state -- none' } },
};

export const unreadable = '{ "StartAt": "A" "States": {} }';
