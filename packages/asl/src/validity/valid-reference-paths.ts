import { expressionsIn, problemsOf } from './expressions';
import type { ValidityCheck } from './problem';

/** Reference Paths that cannot be read, or that could name more than one place. */
export const validReferencePaths: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { parsed } = expression;
    if (parsed.language === 'reference-path') yield* problemsOf(expression, parsed.result.problems);
  }
};
