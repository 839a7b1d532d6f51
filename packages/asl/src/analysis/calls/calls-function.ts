import { TaskState, type State } from '../../syntax';
import { isCalledFunction } from '../texts/name-words';

/** Whether a Task calls a Lambda function and goes on with its answer. */
export const callsFunction = (state: State): state is TaskState =>
  state instanceof TaskState &&
  (state.resource.kind === 'lambda' ||
    (state.resource.kind === 'optimized' &&
      state.resource.service === 'lambda' &&
      state.resource.pattern === 'request-response'));

/** Whether the whole Resource is filled in, and by its name with the ARN of a Lambda function: `${PayFunctionArn}`. */
export function isFilledInFunction(task: TaskState): boolean {
  const resource = task.field('Resource')?.value;
  if (resource?.kind === 'placeholder') return isCalledFunction(resource.text);
  return resource?.kind === 'string' && /^\$\{[^{}]*\}$/.test(resource.value) && isCalledFunction(resource.value);
}
