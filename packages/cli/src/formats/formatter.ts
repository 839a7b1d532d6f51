import type { ESLint, Rule } from 'eslint';

/** Turns the results of a run into the text that is written. */
export type Formatter = (results: readonly ESLint.LintResult[], context: FormatContext) => string;

export interface FormatContext {
  readonly cwd: string;
  readonly color: boolean;
  /** The version of this command. */
  readonly version: string;
  /** What the reported rules say of themselves, by id. */
  readonly rules: Readonly<Record<string, Rule.RuleMetaData>>;
}
