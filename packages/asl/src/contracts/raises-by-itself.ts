import { transientLambdaErrors } from '../errors/lambda-error-names';
import { errorPrefixesOf, type TaskResource } from '../services';

/** Names of errors that say that a service is overloaded, or not there, for the moment. */
const transient =
  /Throttl|TooManyRequests|LimitExceeded|SlowDown|Unavailable|ServiceException|Internal(?:Server)?(?:Error|Failure|Exception)|SdkClientException|Timeout/i;

/**
 * Whether a call may fail with the error whatever its contract lists: Step Functions' own, `States.*`, and what the
 * integration raises when it is overloaded or out of order. Of functions and activities that includes Lambda's own.
 */
export function raisesByItself(error: string, resource: TaskResource): boolean {
  if (error.startsWith('States.') || transientLambdaErrors.includes(error) || error === 'Lambda.Unknown') return true;
  const prefix = error.slice(0, Math.max(0, error.lastIndexOf('.')));
  const isOwn = errorPrefixesOf(resource)?.includes(prefix) === true;
  return isOwn && transient.test(error.slice(prefix.length + 1));
}
