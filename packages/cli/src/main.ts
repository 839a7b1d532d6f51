import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { exploreCommand } from './commands/explore';
import { lintCommand } from './commands/lint';
import { runCommand } from './commands/run';
import { exitCode, type ExitCode } from './exit-code';
import { processIo, type Io } from './io';
import { oneLine } from './one-line';

/**
 * Runs the command line.
 * @param argv the arguments without the paths of node and of the script
 * @returns the exit code: 0 clean, 1 findings, a failed execution or a break, 2 could not run
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<ExitCode> {
  let result: ExitCode = exitCode.clean;
  const program = new Command('stepproof')
    .description('Finds the bugs in AWS Step Functions workflows before they are deployed.')
    .version(version(), '-v, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => {
        write(complaint(text.replace(/^error: /, '')));
      },
    });
  const done = (code: ExitCode): void => {
    result = code;
  };
  for (const command of [lintCommand, runCommand, exploreCommand])
    program.addCommand(command(io, done).copyInheritedSettings(program));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.clean : exitCode.couldNotRun;
    io.stderr.write(complaint(error instanceof Error ? error.message : String(error)));
    return exitCode.couldNotRun;
  }
}

const complaint = (message: string): string => `stepproof: ${oneLine(message)}\n`;

function version(): string {
  const text = readFileSync(join(__dirname, '../package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
