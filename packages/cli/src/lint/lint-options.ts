import type { FormatName } from '../formats/format-name';

export interface LintOptions {
  readonly type?: 'STANDARD' | 'EXPRESS';
  readonly format: FormatName;
  readonly maxWarnings?: number;
  readonly fix?: boolean;
  readonly quiet?: boolean;
  /** As written: `asl/require-catch: off`. */
  readonly rule: readonly string[];
  readonly config?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly warnIgnored: boolean;
  readonly inlineConfig: boolean;
}
