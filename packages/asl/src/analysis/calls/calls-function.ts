import { isJsonata } from '../../expressions/jsonata/delimiters';
import { TaskState, type State } from '../../syntax';
import { entryOf } from '../../text/located';
import { isCalledFunction } from '../texts/name-words';

/** Whether a Task calls a Lambda function and goes on with its answer. */
export const callsFunction = (state: State): state is TaskState =>
  state instanceof TaskState &&
  (state.resource.kind === 'lambda' ||
    (state.resource.kind === 'optimized' &&
      state.resource.service === 'lambda' &&
      state.resource.pattern === 'request-response'));

/** The function that a Task calls, by its ARN, its name or the placeholder for one; undefined where an expression makes it. */
export function calledFunctionOf({ resource, callParameters }: TaskState): string | undefined {
  if (resource.kind === 'lambda') return resource.name;
  const name = callParameters?.kind === 'object' ? entryOf(callParameters, 'FunctionName')?.value : undefined;
  if (name?.kind === 'placeholder') return name.text;
  return name?.kind === 'string' && !isJsonata(name.value) ? name.value : undefined;
}

/** What a function is called, without the rest of its ARN, or of the placeholder for it: `${aws_lambda_function.pay.arn}` is `pay`. */
export const functionNameOf = (task: TaskState): string =>
  (calledFunctionOf(task) ?? '')
    .replace(/^arn:.*:function:/, '')
    .replace(/^\$\{(?:aws_lambda_function\.)?([^.{}]*).*$/, '$1');

/** Whether the whole Resource is filled in, and by its name with the ARN of a Lambda function: `${PayFunctionArn}`. */
export function isFilledInFunction(task: TaskState): boolean {
  const resource = task.field('Resource')?.value;
  if (resource?.kind === 'placeholder') return isCalledFunction(resource.text);
  return resource?.kind === 'string' && /^\$\{[^{}]*\}$/.test(resource.value) && isCalledFunction(resource.value);
}
