import { apiResultShape, TaskState, type Json, type State } from '@stepproof/asl';
import { fieldFault } from '../../tasks/field-fault';
import { validationException, type TestStateMock } from './test-state-types';

const modes = ['STRICT', 'PRESENT', 'NONE'] as const;

/** Refuses the mocked result of a Task that its API cannot answer with. The messages are recorded. */
export function checkMockResult(
  state: State,
  result: Json,
  mode: TestStateMock['fieldValidationMode'] = 'STRICT',
): void {
  if (!modes.includes(mode)) throw unknownMode(mode);
  if (mode === 'NONE' || !(state instanceof TaskState)) return;
  const shape = apiResultShape(state.resource);
  const fault = shape && fieldFault(result, shape, mode);
  if (!fault) return;
  const { kind, field, problem } = fault;
  // A result that is no object at all: unverified.
  if (field === '') throw validationException('Mocked result must be a JSON object.');
  const subject = kind === 'missing' ? `Required field '${field}'` : `Field '${field}'`;
  throw validationException(`Mock result schema validation error: ${subject} ${problem}`);
}

/** In the words that AWS has for values outside of an enumeration. */
const unknownMode = (mode: string): Error =>
  validationException(
    `1 validation error detected: Value '${mode}' at 'mock.fieldValidationMode' failed to satisfy constraint: ` +
      `Member must satisfy enum value set: [${modes.join(', ')}]`,
  );
