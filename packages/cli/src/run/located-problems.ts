import { CouldNotRun } from '../could-not-run';
import type { Io } from '../io';
import { oneLine } from '../one-line';

interface LocatedProblem {
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
  for (const { message, line, column } of problems) {
    io.stderr.write(`${line === undefined ? file : `${file}:${line}:${column}`}  ${oneLine(message)}\n`);
  }
  return new CouldNotRun(remedy(problems.length === 1 ? '1 problem' : `${problems.length} problems`));
}
