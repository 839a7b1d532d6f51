import { ConfigCommentParser } from '@eslint/plugin-kit';
import { nearest } from '@stepproof/asl';
import { rules as ownRules } from '@stepproof/linter';
import type { Linter } from 'eslint';
import { CouldNotRun } from '../could-not-run';

const parser = new ConfigCommentParser();
const prefix = 'asl/';

/**
 * Reads the values of `--rule`, written as in ESLint: `asl/require-catch: off`, `asl/x: [error, { option: 1 }]`.
 * @throws {CouldNotRun} when one cannot be read, or names a rule of ours that does not exist
 */
export function rulesOf(options: readonly string[]): Linter.RulesRecord {
  const rules: Linter.RulesRecord = {};
  for (const option of options) {
    const parsed = parser.parseJSONLikeConfig(option);
    if (!parsed.ok || Object.keys(parsed.config).length === 0) {
      throw new CouldNotRun(`cannot read --rule "${option}"; write it as 'asl/require-catch: off'`);
    }
    for (const id of Object.keys(parsed.config)) requireKnown(id);
    Object.assign(rules, parsed.config);
  }
  return rules;
}

function requireKnown(id: string): void {
  if (!id.startsWith(prefix) || Object.hasOwn(ownRules, id.slice(prefix.length))) return;
  const near = nearest(id.slice(prefix.length), Object.keys(ownRules));
  throw new CouldNotRun(
    `unknown rule "${id}"; ${near ? `did you mean "${prefix}${near}"?` : 'see the list in the documentation'}`,
  );
}
