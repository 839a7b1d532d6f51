import { MapState, ParallelState, type Json, type State } from '@stepproof/asl';
import { checkMockResult } from './check-mock-result';
import { parsedJson } from './parsed-json';
import { TestStateError, validationException, type TestStateRequest } from './test-state-types';

/** What a mock that has been checked stands for. */
export type CheckedMock =
  | { readonly kind: 'result'; readonly result: Json }
  | { readonly kind: 'error'; readonly error: string | undefined; readonly cause: string | undefined };

const mockable: ReadonlySet<string> = new Set(['TaskState', 'MapState', 'ParallelState']);

/** Refuses mocks, and states without one, as AWS does. The messages are recorded. */
export function checkMock(
  state: State,
  { mock, stateConfiguration, revealSecrets }: TestStateRequest,
): CheckedMock | undefined {
  const failureCount = stateConfiguration?.mapIterationFailureCount;
  if (!mock) {
    if (failureCount !== undefined) {
      throw validationException('TestState does not support MapIterationFailureCount when a mock is not specified.');
    }
    if (state instanceof MapState || state instanceof ParallelState) {
      throw new TestStateError(
        'InvalidDefinition',
        'TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]',
      );
    }
    return undefined;
  }
  const { result, errorOutput, fieldValidationMode } = mock;
  if ((result === undefined) === (errorOutput === undefined)) {
    throw validationException('A test mock should have only one of the following fields: [result, errorOutput].');
  }
  if (!mockable.has(state.type)) {
    const type = state.type.replace(/State$/, '');
    throw validationException(`State type '${type}' is not supported when a mock is specified`);
  }
  if (revealSecrets) throw validationException('TestState does not support RevealSecrets when a mock is specified.');
  if (errorOutput) return { kind: 'error', error: errorOutput.error, cause: errorOutput.cause };
  const value = parsedJson(result!, () => validationException('Mocked result must be valid JSON'));
  checkShape(state, value, failureCount);
  checkMockResult(state, value, fieldValidationMode);
  return { kind: 'result', result: value };
}

function checkShape(state: State, value: Json, failureCount: number | undefined): void {
  if (state instanceof ParallelState) {
    if (!Array.isArray(value)) throw validationException('Mocked result must be an array.');
    if (value.length !== state.branches.length) {
      throw validationException('Mocked result must contain the same number of items as number of Parallel branches.');
    }
  }
  if (!(state instanceof MapState)) return;
  if (state.resultWriter) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw validationException('Mocked result must be a JSON object.');
    }
    return;
  }
  if (!Array.isArray(value)) throw validationException('Mocked result must be an array.');
  if (failureCount !== undefined && failureCount > value.length) {
    throw validationException('Map iteration failure count must be less than or equal to the number of Map iterations');
  }
}
