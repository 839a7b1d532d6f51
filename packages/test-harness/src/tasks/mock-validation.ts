import { parseResource, shapesSource, taskResultShape } from '@stepproof/asl';
import { fieldFault, type FieldFault, type FieldValidationMode } from './field-fault';
import type { TaskCall, TaskOutcome } from './task-call';
import { InvalidOutcomeError } from './task-outcome';

/** How the results of mocks are held against what the API answers; NONE: not at all. */
export type MockValidation = FieldValidationMode | 'NONE';

const validations: readonly MockValidation[] = ['STRICT', 'PRESENT', 'NONE'];

export function checkedMockValidation(validation: MockValidation = 'NONE'): MockValidation {
  if (validations.includes(validation)) return validation;
  throw new TypeError(`"mockValidation" is ${JSON.stringify(validation)}; use "STRICT", "PRESENT" or "NONE"`);
}

/**
 * Fails the test over a result that the integration cannot give back.
 * @throws {InvalidOutcomeError}
 */
export function validateMock(outcome: TaskOutcome, { state, resource }: TaskCall, validation: MockValidation): void {
  if (validation === 'NONE' || !('result' in outcome)) return;
  const shape = taskResultShape(parseResource(resource));
  const fault = shape && fieldFault(outcome.result, shape, validation);
  if (!fault) return;
  const what = `The result of "${resource}" in the state "${state}" is not what the API answers with`;
  throw new InvalidOutcomeError(`${what}: ${describe(fault)}; ${remedyFor(fault)}`);
}

const describe = ({ kind, path, problem }: FieldFault): string =>
  `${kind === 'missing' ? 'the required ' : ''}${path === '' ? 'it' : `"${path}"`} ${problem}`;

function remedyFor({ kind, path, values }: FieldFault): string {
  if (kind === 'missing') return 'add it, or set "mockValidation" to "PRESENT"';
  if (values) {
    const listed = values.map((value) => `"${value}"`).join(', ');
    const { date } = shapesSource();
    return `use one of ${listed}, or set "mockValidation" to "NONE" if AWS has added the value since ${date}`;
  }
  return `${path === '' ? 'use the members of the response' : 'change it'}, or set "mockValidation" to "NONE"`;
}
