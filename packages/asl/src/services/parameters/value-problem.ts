export interface ValueProblem {
  /** `must be an array` */
  readonly problem: string;
  /** An instruction: `use "GET"`. */
  readonly remedy: string;
  /** The text that was meant, where that is certain. */
  readonly meant?: string;
}
