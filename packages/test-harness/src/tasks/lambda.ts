import { parseResource, type Json } from '@stepproof/asl';
import { settled } from './resolve-tasks';
import type { TaskCall, TaskOutcome } from './task-call';

/** The handler of a Lambda function, as it is deployed. */
export type LambdaHandler = (event: never, context: never) => unknown;

/** The name of the Lambda function that a call invokes; undefined for other calls. */
export function lambdaFunctionOf(resource: string, parameters: Json | undefined): string | undefined {
  const parsed = parseResource(resource);
  if (parsed.kind === 'lambda') return parsed.name;
  if (parsed.kind !== 'optimized' || parsed.service !== 'lambda') return undefined;
  const name = (parameters as { readonly FunctionName?: Json } | null | undefined)?.FunctionName;
  return typeof name === 'string' ? functionName(name) : undefined;
}

/** From a name, a name with an alias, or an ARN. */
const functionName = (text: string): string => (text.split(':function:').at(-1) ?? text).split(':')[0]!;

/**
 * Invokes a handler as Lambda does. `lambda:invoke` wraps what the function gives back; a function that throws fails the
 * task with the error's type and, as the cause, the error as Lambda reports it:
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
 */
export function lambdaOutcome(handler: LambdaHandler, call: TaskCall): TaskOutcome | PromiseLike<TaskOutcome> {
  const { resource, parameters, executionArn } = call;
  const isWrapped = parseResource(resource).kind !== 'lambda';
  const payload = isWrapped ? ((parameters as { readonly Payload?: Json }).Payload ?? {}) : parameters;
  const name = lambdaFunctionOf(resource, parameters) ?? '';
  const context = { functionName: name, functionVersion: '$LATEST', awsRequestId: executionArn };
  return settled(
    () => handler(structuredClone(payload) as never, context as never),
    // A function that gives back nothing answers null.
    (result) => ({ result: isWrapped ? wrapped((result ?? null) as Json) : ((result ?? null) as Json) }),
    (error) => {
      const { name: errorType, message, stack } = error instanceof Error ? error : new Error(String(error));
      const report = { errorType, errorMessage: message, trace: (stack ?? '').split('\n') };
      return { error: errorType, cause: JSON.stringify(report) };
    },
  );
}

const wrapped = (payload: Json): Json => ({
  ExecutedVersion: '$LATEST',
  Payload: payload,
  SdkHttpMetadata: { AllHttpHeaders: {}, HttpHeaders: {}, HttpStatusCode: 200 },
  SdkResponseMetadata: { RequestId: '00000000-0000-4000-8000-000000000000' },
  StatusCode: 200,
});
