import type { AwsCode, LineIndex, ParsedText } from '@stepproof/asl';
import { attachProblems, maxShown, problemLines } from './problem-list';

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

/** AWS refuses the definition. `name` and the first line of the message are those of CreateStateMachine. */
export class InvalidDefinitionError extends Error {
  override readonly name = 'InvalidDefinition';
  declare readonly problems: readonly DefinitionProblem[];

  constructor(problems: readonly DefinitionProblem[], file?: string) {
    const summary = problems
      .slice(0, maxShown)
      .map(({ aws }) => `${aws.code}: ${aws.message} at ${aws.location ?? 'null'}`)
      .join(', ');
    const placeOf = ({ aws, line, column }: DefinitionProblem): string =>
      line === undefined ? (aws.location ?? '/') : `${file ?? 'definition'}:${line}:${column}`;
    super(`Invalid State Machine Definition: '${summary}'${problemLines(problems, placeOf)}`);
    attachProblems(this, problems);
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
