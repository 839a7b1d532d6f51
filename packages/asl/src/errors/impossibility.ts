/** Why a state can never fail with an error of some name, so that a Retrier or Catcher with the name is of no use. */
export interface ImpossibleError {
  /** A clause: `errors of "dynamodb:putItem" begin with "DynamoDB."`. */
  readonly because: string;
  /** What to do, an instruction. */
  readonly remedy: string;
  /** The name that was probably meant. */
  readonly meant?: string | undefined;
}
