import { attachProblems, problemLines } from '../machine/problem-list';

/** One thing that is wrong in a file of mocks. */
export interface MocksProblem {
  /** What is wrong, and what to write instead. */
  readonly message: string;
  /** Where it stands in the text, from 1; undefined where the text says nothing at all. */
  readonly line?: number;
  readonly column?: number;
}

/** A file of mocks cannot be read, has another format, or lacks what was asked of it. */
export class InvalidMocksError extends Error {
  override readonly name = 'InvalidMocksError';
  declare readonly problems: readonly MocksProblem[];

  constructor(problems: readonly MocksProblem[], file = 'mocks') {
    const placeOf = ({ line, column }: MocksProblem): string =>
      line === undefined ? file : `${file}:${line}:${column}`;
    super(`Invalid mocks:${problemLines(problems, placeOf)}`);
    attachProblems(this, problems);
  }
}
