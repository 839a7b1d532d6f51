import { allExpressionsOf, type Expression, type StateMachine } from '../syntax';
import type { ExpressionProblem } from '../expressions';
import { quoted } from '../text/quoted';
import { schema, type AwsDiagnostic, type ValidityProblem } from './problem';

/** The expressions of a definition that stand in fields of the right query language; found once for all checks. */
export const expressionsIn = (machine: StateMachine): readonly Expression[] => machine.once(findExpressions);

const findExpressions = (machine: StateMachine): readonly Expression[] =>
  allExpressionsOf(machine).filter(
    ({ parent: { spec, parent } }) => !spec?.language || spec.language === parent.queryLanguage,
  );

/** What the expression is the value of: the nearest key, or the field for an element of an array. */
export const subjectOf = ({ key, parent }: Expression): string => quoted(key || parent.name);

/** What a parser found wrong, at its place in the file. */
export function* problemsOf(
  expression: Expression,
  problems: readonly ExpressionProblem[],
  aws: (problem: ExpressionProblem) => AwsDiagnostic | undefined = () => notAnExpression(expression),
): Generator<ValidityProblem> {
  for (const problem of problems) {
    yield {
      message: `${subjectOf(expression)}: ${problem.message}`,
      range: expression.rangeOf(problem),
      aws: aws(problem),
    };
  }
}

/** AWS's answer to a path or an intrinsic call that cannot be read; payload templates are reported at their field. */
export function notAnExpression({ kind, key, parent }: Expression): AwsDiagnostic {
  if (kind === 'payload') {
    return schema(
      `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`,
      parent.location,
    );
  }
  return schema(
    kind === 'reference-path' ? 'Value is not a Reference Path' : 'Value is not a valid JSONPath',
    parent.location,
  );
}
