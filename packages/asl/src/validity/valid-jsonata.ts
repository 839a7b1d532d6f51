import {
  absentMembersOf,
  foreignOperatorRemedy,
  intrinsicInJsonata,
  isStatesMember,
  unsupportedReferences,
  type ExpressionProblem,
  type Jsonata,
  type StatesMember,
} from '../expressions';
import { Catcher, MapState, ParallelState, TaskState, type Expression, type Field } from '../syntax';
import { expressionsIn, problemsOf, subjectOf } from './expressions';
import type { AwsCode, AwsDiagnostic, ValidityCheck, ValidityProblem } from './problem';

/** JSONata that cannot be read, or that refers to what Step Functions does not give it. */
export const validJsonata: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { parsed } = expression;
    if (parsed.language !== 'jsonata') continue;
    const { value: jsonata, problems } = parsed.result;
    for (const problem of problems)
      yield* problemsOf(expression, [withRemedy(problem, expression)], () =>
        answer(expression, 'INVALID_JSONATA_EXPRESSION', problem.message),
      );
    if (!jsonata) continue;
    yield* topLevelNames(expression, jsonata);
    yield* missingMembers(expression, jsonata);
    yield* absentMembers(expression, jsonata);
  }
};

/** AWS says what its parser says; who has written an operator of another language wants to know that of JSONata. */
function withRemedy(problem: ExpressionProblem, { text = '' }: Expression): ExpressionProblem {
  const remedy = foreignOperatorRemedy(text, problem);
  return remedy === undefined ? problem : { ...problem, message: `${problem.message}; ${remedy}` };
}

/** AWS names the place inside the field: `/States/Pay/Output/total`. */
const answer = ({ parent: field, path }: Expression, code: AwsCode, message: string): AwsDiagnostic => ({
  code,
  message,
  location: `${field.parent.location}/${path}`,
});

/** Names that nothing can be looked up in: Step Functions evaluates without an input document. */
function* topLevelNames(expression: Expression, jsonata: Jsonata): Generator<ValidityProblem> {
  for (const problem of unsupportedReferences(jsonata)) {
    const name = jsonata.text.slice(problem.start, problem.end);
    yield {
      message: `${subjectOf(expression)}: "${name}" refers to nothing at the top level of an expression; ${remedyForName(name, jsonata.text.slice(problem.start))}`,
      range: expression.rangeOf(problem),
      aws: answer(expression, 'UNSUPPORTED_JSONATA_EXPRESSION', problem.message),
    };
  }
}

/** `text` is the expression from the name on. */
function remedyForName(name: string, text: string): string {
  const instead = intrinsicInJsonata(text);
  if (instead !== undefined) return `JSONata has no intrinsic functions: write "${instead}"`;
  if (name.startsWith('$')) return 'write "$states.input" for the input of the state';
  const inInput = `write "$states.input.${name}" for a part of the input`;
  return name.startsWith('`') ? inInput : `${inInput}, or "$${name}" for a variable`;
}

/** What `$states` has where. */
const members: Readonly<Record<StatesMember, { readonly where: string; isIn(field: Field): boolean }>> = {
  input: { where: 'every field', isIn: () => true },
  context: { where: 'every field', isIn: () => true },
  result: {
    where: '"Assign" and "Output" of a Task, Parallel or Map state',
    isIn: (field) =>
      isAfterwards(field) && [TaskState, ParallelState, MapState].some((kind) => field.parent instanceof kind),
  },
  errorOutput: {
    where: '"Assign" and "Output" of a Catcher',
    isIn: (field) => isAfterwards(field) && field.parent instanceof Catcher,
  },
};

const isAfterwards = ({ name }: Field): boolean => name === 'Assign' || name === 'Output';

/** `$states.result` and `$states.errorOutput` where there is none: AWS refuses that (developer guide; its words are unverified). */
function* missingMembers(expression: Expression, { references }: Jsonata): Generator<ValidityProblem> {
  for (const reference of references.states) {
    const { member: name } = reference;
    if (name === undefined || !isStatesMember(name) || members[name].isIn(expression.parent)) continue;
    yield {
      message: `${subjectOf(expression)}: "$states.${name}" exists only in ${members[name].where}; use "$states.input" here`,
      range: expression.rangeOf(reference),
      aws: answer(expression, 'UNSUPPORTED_JSONATA_EXPRESSION', `Reference to '$states.${name}' is not supported.`),
    };
  }
}

/** An expression that is nothing but a member that `$states` does not have fails when it is evaluated. */
function* absentMembers(expression: Expression, jsonata: Jsonata): Generator<ValidityProblem> {
  for (const absent of absentMembersOf(jsonata)) {
    if (!absent.isWhole) continue;
    yield {
      message: `${subjectOf(expression)}: "${absent.path}" does not exist, so the expression gives nothing and fails; use "${absent.meant}"`,
      range: expression.rangeOf(absent),
      aws: undefined,
    };
  }
}
