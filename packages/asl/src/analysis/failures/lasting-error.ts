import { lastingLambdaErrors } from '../../errors/lambda-error-names';
import { statesOf, TaskState, type StateMachine } from '../../syntax';
import { walkOnce } from '../../text/value';
import { dataFlowOf } from '../shapes/data-flow';

/** Errors of Step Functions itself that come of the input and the definition, and what each attempt finds as it was. */
const ofData: ReadonlyMap<string, string> = new Map([
  ['States.IntrinsicFailure', 'each attempt computes the same from the same input'],
  ['States.ParameterPathFailure', 'each attempt looks for the same path in the same input'],
  ['States.QueryEvaluationError', 'each attempt computes the same from the same input'],
  ['States.ResultPathMatchFailure', 'each attempt puts its result into the same input'],
]);

/** Exceptions of services that refuse a call for what it is, or for what it calls. */
const refusals: ReadonlySet<string> = new Set([
  ...lastingLambdaErrors,
  ...['InvalidArn', 'InvalidExecutionInput', 'InvalidName', 'StateMachineDoesNotExist'].flatMap((name) => [
    `StepFunctions.${name}Exception`,
    `Sfn.${name}Exception`,
  ]),
  ...[400, 405, 413, 414, 415, 422, 501].map((status) => `States.Http.StatusCode.${status}`),
]);

/**
 * Why the next attempt of a Task ends with the same error, as far as that is certain: a clause for a message. Undefined
 * where another attempt may succeed.
 */
export function lastingError(task: TaskState, name: string): string | undefined {
  if (name === 'States.DataLimitExceeded') return 'each attempt brings as much as the one before';
  const because = ofData.get(name);
  // What is made of the result may be made of another one in the next attempt.
  if (because) return readsResult(task) ? undefined : because;
  if (name === 'States.Permissions')
    return changes(task.parent.machine, 'iam') ? undefined : 'the role of the state machine stays as it is';
  if (!refusals.has(name)) return undefined;
  const changed = name.startsWith('Lambda.') ? 'lambda' : 'sfn';
  if (changes(task.parent.machine, changed) || isMadeAnew(task)) return undefined;
  return 'each attempt makes the same call, which is refused again';
}

/** Whether an expression of the Task may fail because of the result: in JSONPath, by a path that may lead nowhere. */
function readsResult(task: TaskState): boolean {
  const fields = ['ResultSelector', 'Output', 'Assign'].map((name) => task.field(name));
  if (task.queryLanguage === 'JSONata')
    return fields.some((field) => field?.expressions.some(({ text }) => text?.includes('result')));
  return dataFlowOf(task.parent.machine).reads.some(
    ({ state, expression, reading }) =>
      state === task && reading.missing !== 'no' && fields.includes(expression.parent),
  );
}

const readOnly = /^(get|list|describe|batchGet|invoke|start|send)/;

/** Whether a Task of the machine makes or changes something of a service. */
const changes = (machine: StateMachine, service: string): boolean =>
  statesOf(machine).some(
    (state) =>
      state instanceof TaskState &&
      state.resource.kind === 'aws-sdk' &&
      state.resource.service === service &&
      !readOnly.test(state.resource.action),
  );

/** Whether the call differs from attempt to attempt. */
function isMadeAnew({ callParameters }: TaskState): boolean {
  let found = callParameters === undefined;
  if (callParameters)
    walkOnce([callParameters], new Set(), (value) => {
      found ||=
        value.kind === 'string' && /RetryCount|UUID|EnteredTime|\$(uuid|random|now|millis)\b/i.test(value.value);
    });
  return found;
}
