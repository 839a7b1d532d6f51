/** One thing that is wrong in a file of mocks. */
export interface MocksProblem {
  /** What is wrong, and what to write instead. */
  readonly message: string;
  /** Where it stands in the text, from 1; undefined where the text says nothing at all. */
  readonly line?: number;
  readonly column?: number;
}

/** A message with hundreds of problems helps nobody; `problems` has them all. */
const maxShown = 10;

/** A file of mocks cannot be read, has another format, or lacks what was asked of it. */
export class InvalidMocksError extends Error {
  override readonly name = 'InvalidMocksError';
  declare readonly problems: readonly MocksProblem[];

  constructor(problems: readonly MocksProblem[], file = 'mocks') {
    const lines = problems.slice(0, maxShown).map(({ message, line, column }) => {
      return line === undefined ? `\n  ${file}  ${message}` : `\n  ${file}:${line}:${column}  ${message}`;
    });
    const more = problems.length - lines.length;
    super(`Invalid mocks:${lines.join('')}${more > 0 ? `\n  and ${more} more` : ''}`);
    // Not enumerable, or every test runner would print them all behind the message.
    Object.defineProperty(this, 'problems', { value: problems });
  }
}
