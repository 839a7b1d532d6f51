import { nearest } from '../expressions/nearest';
import { errorsInModel } from '../services';
import type { TaskState } from '../syntax';
import type { ImpossibleError } from './impossibility';
import { lambdaErrors } from './lambda-error-names';
import { serviceOfError } from './service-of-error';

/** What the runtimes of Lambda call the failures that a function does not tell of itself. */
const runtimeErrors: readonly string[] = ['Runtime.ExitError', 'Sandbox.Timedout'];

/** A function may raise any name, but those that begin with "Lambda." come from the service, and the runtimes have theirs. */
export function misnamedLambdaError(name: string): ImpossibleError | undefined {
  const runtime = runtimeErrors.find((one) => one !== name && one.toLowerCase() === name.toLowerCase());
  if (runtime) return { because: 'no runtime of Lambda has such an error', remedy: `use "${runtime}"`, meant: runtime };
  if (!name.startsWith(prefix) || lambdaErrors.includes(name)) return undefined;
  const written = name.slice(prefix.length);
  const exceptions = lambdaErrors.map((one) => one.slice(prefix.length));
  const endings = [`${written}Exception`, written.replace(/(Error|Exception)$/, '')];
  const meant = exceptions.find((one) => endings.includes(one)) ?? nearest(written, exceptions);
  if (meant) return { because: 'Lambda has no such error', remedy: `use "${prefix}${meant}"`, meant: prefix + meant };
  if (errorsInModel('lambda').includes(written)) return undefined;
  if (/time/i.test(written)) {
    return {
      because:
        'Lambda has no such error, and a function that runs out of time fails with "Sandbox.Timedout" or "Lambda.Unknown"',
      remedy: 'use these',
    };
  }
  // What ends with Exception may be newer than the model, and what tells of a matter may be a function's own.
  if (!/^(Unknown|Unhandled|Function|Invo|Handler|Throttl|Out ?Of)|(Error|Failed|Failure)$/.test(written))
    return undefined;
  return {
    because: 'Lambda has no such error, and what a function throws goes by its own name',
    remedy: 'use that, or "States.TaskFailed"',
  };
}

const prefix = 'Lambda.';

/** Two that no SDK gives to what a function throws: only the integration has them. */
const ofServiceAlone: readonly string[] = ['AWSLambdaException', 'ClientExecutionTimeoutException'];

/**
 * A function may throw a `ServiceException`. Among errors of Lambda, in one Retrier or Catcher, it is one of theirs whose
 * prefix has been forgotten.
 */
export function lambdaErrorWithoutPrefix(task: TaskState, name: string): ImpossibleError | undefined {
  const meant = prefix + name;
  if (!lambdaErrors.includes(meant)) return undefined;
  const isAmongErrorsOfLambda = [...task.retry, ...task.catch].some(
    ({ errorEquals }) =>
      errorEquals.includes(name) &&
      errorEquals.some((one) => lambdaErrors.includes(one) || ofServiceAlone.includes(one)),
  );
  if (!isAmongErrorsOfLambda) return undefined;
  return { because: 'errors of Lambda itself begin with "Lambda."', remedy: `use "${meant}"`, meant };
}

/** What is not known to be a function has errors of Lambda only if it is one, so misspelt ones are nobody's. */
export function misspeltLambdaError(name: string): ImpossibleError | undefined {
  const found = name.startsWith(prefix) ? misnamedLambdaError(name) : undefined;
  return found?.meant && !errorsInModel('lambda').includes(name.slice(prefix.length)) ? found : undefined;
}

/** The prefix is put there by the integration of the service; what the function throws, and what the SDK inside it throws, has none. */
export function errorOfService(name: string): ImpossibleError | undefined {
  const service = name.startsWith(prefix) ? undefined : serviceOfError(name);
  if (service === undefined) return undefined;
  return {
    because: `only Tasks that call "${service}" fail with it, and what a function throws goes by its own name`,
    remedy: `use that, such as "${name.slice(name.indexOf('.') + 1)}"`,
  };
}
