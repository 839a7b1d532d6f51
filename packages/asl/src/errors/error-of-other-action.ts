import { describingActions, errorsInModel, errorsOfAction, sdkActionOf, type TaskResource } from '../services';
import type { ImpossibleError } from './impossibility';
import { asException } from './java-exception';

type Call = Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>;

/** What tells of the request, of the caller or of the service, and not of what an action does: any action may raise it. */
const ofAnyAction =
  /Access|Auth|Client|Credential|Crypt|Denied|Exceeded|Internal|Invalid(Address|Argument|Input|Parameter|Request|Security)|^K[Mm][Ss]|Limit|NotSupported|^(Entity|Resource)?NotFound|Permission|Quota|Security|Server|Service|Throttl|Time|TooMany|Unavailable|Unsupported|Validation/;

/** S3 does not name the errors of most of its actions; these read no object. */
const withoutKey: ReadonlySet<string> = new Set([
  'createBucket',
  'createMultipartUpload',
  'deleteObject',
  'deleteObjects',
  'headBucket',
  'listBuckets',
  'listObjects',
  'listObjectsV2',
  'putObject',
]);

/**
 * Why a call cannot fail with an error that its service has: by the model only other actions raise it, as `getSecretValue`
 * does not raise the `ResourceExistsException` of `createSecret`. Undefined where the model does not say so for certain.
 */
export function errorOfOtherAction(call: Call, name: string): ImpossibleError | undefined {
  const sdk = sdkActionOf(call);
  const [service = '', action = ''] = sdk.split(':');
  const error = asException(name.slice(name.indexOf('.') + 1));
  const found: ImpossibleError = {
    because: `"${sdk}" does not raise it, only other actions of the service do`,
    remedy: 'use one of its own errors, or remove the name',
  };
  if (service === 's3') return error === 'NoSuchKeyException' && withoutKey.has(action) ? found : undefined;
  if (call.pattern.startsWith('sync') && !describingActions.has(`${call.service}:${call.action}`)) return undefined;
  const own = errorsOfAction(service, action);
  const isOneOf = (errors: readonly string[]): boolean => errors.some((one) => asException(one) === error);
  if (!own || ofAnyAction.test(error) || !isOneOf(errorsInModel(service))) return undefined;
  return isOneOf([...own, ...ofDescription(call)]) ? undefined : found;
}

/** With `.sync` the job is asked for, too. */
function ofDescription(call: Call): readonly string[] {
  if (!call.pattern.startsWith('sync')) return [];
  const [service = '', action = ''] = describingActions.get(`${call.service}:${call.action}`)?.split(':') ?? [];
  return errorsOfAction(service, action) ?? [];
}
