import { intrinsicFunctions, intrinsicProblems, type IntrinsicCall } from '../expressions';
import type { Expression } from '../syntax';
import { expressionsIn, notAnExpression, problemsOf } from './expressions';
import type { ValidityCheck, ValidityProblem } from './problem';

/**
 * Calls of intrinsic functions. AWS refuses what it cannot parse; wrong numbers and kinds of arguments fail when the
 * call is evaluated (whether AWS refuses them at creation is unverified).
 */
export const validIntrinsics: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { parsed } = expression;
    if (parsed.language !== 'intrinsic') continue;
    yield* problemsOf(expression, parsed.result.problems);
    if (!parsed.result.value) continue;
    yield* problemsOf(expression, intrinsicProblems(parsed.result.value), () => undefined);
    yield* notText(expression, parsed.result.value);
  }
};

/** ErrorPath and CausePath take calls that return a string, and no others (developer guide). */
function* notText(expression: Expression, call: IntrinsicCall): Generator<ValidityProblem> {
  const returns = intrinsicFunctions.get(call.name)?.returns;
  if (expression.kind !== 'path-or-intrinsic' || returns === undefined || returns === 'string') return;
  yield {
    message: `"${expression.key}" needs a string, and "${call.name}" gives a value of kind ${returns}; wrap it in "States.JsonToString"`,
    range: expression.range,
    aws: notAnExpression(expression),
  };
}
