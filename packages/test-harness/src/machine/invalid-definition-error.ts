import type { AwsCode, LineIndex, ParsedText } from '@stepproof/asl';

/** One thing that CreateStateMachine would refuse. */
export interface DefinitionProblem {
  /** What is wrong, and what to do about it. */
  readonly message: string;
  /** AWS's code, words and way of writing the place. */
  readonly aws: {
    readonly code: AwsCode | 'INVALID_JSON_DESCRIPTION';
    readonly message: string;
    readonly location?: string;
  };
  /** Where it stands in the text, from 1; undefined for a definition that was given as an object. */
  readonly line?: number;
  readonly column?: number;
}

/** A message with hundreds of problems helps nobody; `problems` has them all. */
const maxShown = 10;

/** AWS refuses the definition. `name` and the first line of the message are those of CreateStateMachine. */
export class InvalidDefinitionError extends Error {
  override readonly name = 'InvalidDefinition';
  declare readonly problems: readonly DefinitionProblem[];

  constructor(problems: readonly DefinitionProblem[], file?: string) {
    const shown = problems.slice(0, maxShown);
    const more = problems.length - shown.length;
    const summary = shown.map(({ aws }) => `${aws.code}: ${aws.message} at ${aws.location ?? 'null'}`).join(', ');
    const lines = shown.map(({ message, aws, line, column }) => {
      const place = line === undefined ? (aws.location ?? '/') : `${file ?? 'definition'}:${line}:${column}`;
      return `\n  ${place}  ${message}`;
    });
    super(`Invalid State Machine Definition: '${summary}'${lines.join('')}${more > 0 ? `\n  and ${more} more` : ''}`);
    // Not enumerable, or every test runner would print them all behind the message.
    Object.defineProperty(this, 'problems', { value: problems });
  }

  /** For a text that cannot be read. */
  static ofText(problems: ParsedText['problems'], lines: LineIndex, file?: string): InvalidDefinitionError {
    return new InvalidDefinitionError(
      problems.map(({ message, range }) => ({
        message,
        aws: { code: 'INVALID_JSON_DESCRIPTION', message },
        ...lines.locate(range[0]),
      })),
      file,
    );
  }
}
