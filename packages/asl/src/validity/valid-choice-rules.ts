import type { Range } from '../text/located';
import { ChoiceRule, ChoiceTest, comparisonOperators, descendantsOf } from '../syntax';
import { quotedNames } from '../text/quoted-names';
import { atName, schema, type AwsDiagnostic, type ValidityCheck } from './problem';

/** A rule tests one thing: And, Or, Not, or a Variable with exactly one comparison; in JSONata a Condition. */
export const validChoiceRules: ValidityCheck = function* (machine) {
  for (const test of descendantsOf(machine)) {
    if (!(test instanceof ChoiceTest) || test.hasUnknownFields) continue;
    const isJsonata = test.queryLanguage === 'JSONata';
    // A test in the other query language is for valid-query-language to explain.
    if (isJsonata ? test.fields.some(({ spec }) => spec?.language === 'JSONPath') : test.has('Condition')) continue;
    const fault = isJsonata ? jsonataFault(test) : jsonPathFault(test);
    if (fault) yield fault;
  }
};

interface Fault {
  readonly message: string;
  readonly range: Range;
  readonly aws: AwsDiagnostic;
}

const combinators = ['And', 'Or', 'Not'];

function jsonataFault(test: ChoiceTest): Fault | undefined {
  return test.has('Condition')
    ? undefined
    : { message: 'A JSONata rule needs a "Condition"; add one', range: atName(test), aws: notOneSelector(test) };
}

function jsonPathFault(test: ChoiceTest): Fault | undefined {
  const { operators } = test;
  const tests = [...combinators.filter((name) => test.has(name)), ...new Set(operators)];
  const [only, second] = tests;
  if (second !== undefined) {
    return {
      message: `A rule tests one thing, and this one has ${quotedNames(tests)}; keep one, or combine rules with "And"`,
      range: test.field(second)!.key.range,
      aws: combinators.includes(tests[0]!) ? notOneSelector(test) : notOneOperator(test),
    };
  }
  const variable = test.field('Variable');
  if (only === undefined) {
    const what = variable
      ? 'a comparison, such as "StringEquals"'
      : '"Variable" with a comparison, or "And", "Or" or "Not"';
    return {
      message: `This rule tests nothing; add ${what}`,
      range: atName(test),
      aws: variable ? notOneOperator(test) : notOneSelector(test),
    };
  }
  if (combinators.includes(only)) {
    return (
      variable && {
        message: `"Variable" has no meaning beside "${only}"; move it into the rules inside "${only}"`,
        range: variable.key.range,
        aws: notOneSelector(test),
      }
    );
  }
  return variable
    ? undefined
    : {
        message: `"${only}" needs a "Variable" to compare; add one`,
        range: test.field(only)!.key.range,
        aws: notOneSelector(test),
      };
}

/** AWS's words are measured for the rules of Choices (badmintoncryer/cdk-preflight, 2026-09-05); for conditions inside they are (unverified). */
const notOneSelector = (test: ChoiceTest): AwsDiagnostic =>
  schema(
    `The object must have only one of the following fields, [${['And', 'Or', 'Not', 'Variable', ...(test instanceof ChoiceRule ? ['Condition'] : [])].join(', ')}]`,
    test.location,
  );

/** The order in which AWS lists the operators is (unverified). */
const notOneOperator = (test: ChoiceTest): AwsDiagnostic =>
  schema(
    `There should only be one of the following fields: [${Object.keys(comparisonOperators).join(', ')}]`,
    test.location,
  );
