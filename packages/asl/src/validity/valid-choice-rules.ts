import { ChoiceRule, ChoiceTest, descendantsOf } from '../syntax';
import { atName, quoted, schema, type AwsDiagnostic, type ValidityCheck } from './problem';
import type { Range } from '../text/located';

/** A rule tests one thing: And, Or, Not, or a Variable with exactly one comparison; in JSONata a Condition. */
export const validChoiceRules: ValidityCheck = function* (machine) {
  for (const test of descendantsOf(machine)) {
    if (!(test instanceof ChoiceTest)) continue;
    const fault = test.queryLanguage === 'JSONata' ? jsonataFault(test) : jsonPathFault(test);
    if (fault) yield { ...fault, aws: fault.aws ?? schema(fault.message, test.location) };
  }
};

interface Fault {
  readonly message: string;
  readonly range: Range;
  readonly aws?: AwsDiagnostic;
}

const combinators = ['And', 'Or', 'Not'];

function jsonataFault(test: ChoiceTest): Fault | undefined {
  if (!(test instanceof ChoiceRule) || test.has('Condition')) return undefined;
  return {
    message: '"Condition" is required in a JSONata rule; add one',
    range: atName(test),
    aws: schema('These fields are required: [Condition]', test.location),
  };
}

function jsonPathFault(test: ChoiceTest): Fault | undefined {
  const tests = [...combinators.filter((name) => test.has(name)), ...test.operators];
  if (tests.length > 1) {
    return {
      message: `A rule tests one thing, and this one has ${quoted(tests)}; keep one, or combine rules with "And"`,
      range: test.field(tests[1]!)!.key.range,
    };
  }
  const [only] = tests;
  if (only === undefined) {
    const what = test.has('Variable')
      ? 'a comparison, such as "StringEquals"'
      : '"Variable" with a comparison, or "And", "Or" or "Not"';
    return { message: `This rule tests nothing; add ${what}`, range: atName(test) };
  }
  const variable = test.field('Variable');
  if (combinators.includes(only)) {
    return (
      variable && {
        message: `"Variable" has no meaning beside "${only}"; move it into the rules inside "${only}"`,
        range: variable.key.range,
      }
    );
  }
  return variable
    ? undefined
    : { message: `"${only}" needs a "Variable" to compare; add one`, range: test.field(only)!.key.range };
}
