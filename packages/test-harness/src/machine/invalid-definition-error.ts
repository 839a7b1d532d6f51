import type { AwsDiagnostic } from '@stepproof/asl';

/** One thing that CreateStateMachine would refuse. */
export interface DefinitionProblem {
  /** What is wrong, and what to do about it. */
  readonly message: string;
  /** AWS's code and words. */
  readonly aws: AwsDiagnostic;
  /** Where it stands in the text, from 1; undefined for a definition that was given as an object. */
  readonly line?: number;
  readonly column?: number;
}

/** AWS refuses the definition. `name` and the first line of the message are those of CreateStateMachine. */
export class InvalidDefinitionError extends Error {
  override readonly name = 'InvalidDefinition';
  readonly problems: readonly DefinitionProblem[];

  constructor(problems: readonly DefinitionProblem[], file?: string) {
    const summary = problems.map(({ aws }) => `${aws.code}: ${aws.message} at ${aws.location ?? 'null'}`).join(', ');
    const lines = problems.map(({ message, aws, line, column }) => {
      const place = line === undefined ? (aws.location ?? '/') : `${file ?? 'definition'}:${line}:${column}`;
      return `\n  ${place}  ${message}`;
    });
    super(`Invalid State Machine Definition: '${summary}'${lines.join('')}`);
    this.problems = problems;
  }
}
