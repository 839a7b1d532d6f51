import type { Expression } from '../syntax';
import { quoted } from '../text/quoted';
import { expressionsIn, notAnExpression, problemsOf } from './expressions';
import type { ValidityCheck, ValidityProblem } from './problem';

/** Reference Paths that cannot be read, or that could name more than one place. */
export const validReferencePaths: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { parsed } = expression;
    if (parsed.language === 'reference-path') yield* problemsOf(expression, parsed.result.problems);
    if (parsed.language === 'none') yield* notAPath(expression);
  }
};

/** ErrorPath and CausePath take a call, too, and so begin with "$" or with the name of a function. */
function* notAPath(expression: Expression): Generator<ValidityProblem> {
  const { kind, key, text, range } = expression;
  // Keys that end in ".$" are those of payload templates; a value that is no string is told by the field table.
  if (kind !== 'path-or-intrinsic' || key.endsWith('.$') || text === undefined) return;
  const literal = key.slice(0, -'Path'.length);
  yield {
    message: `"${key}" must be a path beginning with "$" or an intrinsic function call; use "${literal}" to give ${quoted(text)} literally`,
    range,
    aws: notAnExpression(expression),
  };
}
