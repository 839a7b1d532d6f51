import { expressionsIn, problemsOf } from './expressions';
import type { ValidityCheck } from './problem';

/** Paths that cannot be read. */
export const validJsonPaths: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { parsed } = expression;
    if (parsed.language === 'path') yield* problemsOf(expression, parsed.result.problems);
  }
};
