import { CouldNotRun } from '../could-not-run';
import type { Io } from '../io';
import { oneLine } from '../one-line';

interface LocatedProblem {
  /** Where it is not the file that was asked for. */
  readonly file?: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** Writes all problems of a file, and gives back what to throw. */
export function problemsOf(
  file: string,
  problems: readonly LocatedProblem[],
  io: Io,
  remedy: (count: string) => string,
): CouldNotRun {
  for (const { message, line, column, file: own = file } of problems) {
    io.stderr.write(`${line === undefined ? own : `${own}:${line}:${column}`}  ${oneLine(message)}\n`);
  }
  return new CouldNotRun(remedy(problems.length === 1 ? '1 problem' : `${problems.length} problems`));
}
