import { unsupportedReferences, type Jsonata } from '../expressions';
import { Catcher, MapState, ParallelState, TaskState, type Expression } from '../syntax';
import { expressionsIn, problemsOf } from './expressions';
import { schema, type ValidityCheck, type ValidityProblem } from './problem';

/** JSONata that cannot be read, or that refers to what Step Functions does not give it. */
export const validJsonata: ValidityCheck = function* (machine) {
  for (const expression of expressionsIn(machine)) {
    const { parsed } = expression;
    if (parsed.language !== 'jsonata') continue;
    const location = `${expression.parent.parent.location}/${expression.path}`;
    yield* problemsOf(expression, parsed.result.problems, ({ message }) => ({
      code: 'INVALID_JSONATA_EXPRESSION',
      message,
      location,
    }));
    if (!parsed.result.value) continue;
    yield* problemsOf(expression, unsupportedReferences(parsed.result.value), ({ message }) => ({
      code: 'UNSUPPORTED_JSONATA_EXPRESSION',
      message,
      location,
    }));
    yield* unavailableMembers(expression, parsed.result.value, location);
  }
};

/** `$states.result` and `$states.errorOutput` exist only once there is a result, or an error. */
function* unavailableMembers(expression: Expression, jsonata: Jsonata, location: string): Generator<ValidityProblem> {
  for (const reference of jsonata.references.states) {
    if (reference.member === undefined) continue;
    const where = places.get(reference.member);
    if (where?.isHere(expression)) continue;
    const message = where
      ? `"$states.${reference.member}" exists only in ${where.text}; use "$states.input" here`
      : `"$states.${reference.member}" does not exist; "$states" has "input", "context", "result" and "errorOutput"`;
    yield {
      message: `"${expression.key || expression.parent.name}": ${message}`,
      range: expression.rangeOf(reference),
      aws: {
        ...schema(`Reference to '$states.${reference.member}' is not supported.`, location),
        code: 'UNSUPPORTED_JSONATA_EXPRESSION',
      },
    };
  }
}

interface Place {
  readonly text: string;
  isHere(expression: Expression): boolean;
}

const anywhere: Place = { text: 'every field', isHere: () => true };

const places = new Map<string, Place>([
  ['input', anywhere],
  ['context', anywhere],
  [
    'result',
    {
      text: '"Assign" and "Output" of a Task, Parallel or Map state',
      isHere: ({ parent: { name, parent: node } }) =>
        (name === 'Assign' || name === 'Output') &&
        (node instanceof TaskState || node instanceof ParallelState || node instanceof MapState),
    },
  ],
  [
    'errorOutput',
    {
      text: '"Assign" and "Output" of a Catcher',
      isHere: ({ parent: { name, parent: node } }) =>
        (name === 'Assign' || name === 'Output') && node instanceof Catcher,
    },
  ],
]);
