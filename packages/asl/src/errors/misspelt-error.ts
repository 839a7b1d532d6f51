import { nearest } from '../expressions/nearest';
import { errorsInModel, sdkActionOf, type TaskResource } from '../services';
import type { ImpossibleError } from './impossibility';
import { asException, asWords } from './java-exception';

/** Errors that services answer with although their models do not name them. */
const common: readonly string[] = [
  'AccessDeniedException',
  'InternalFailureException',
  'InternalServerException',
  'SdkClientException',
  'ServiceUnavailableException',
  'ThrottlingException',
  'TooManyRequestsException',
  'ValidationException',
];

type ServiceResource = Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>;

/** Whether a name without a prefix, and perhaps without its "Exception", is that of an error of the service. */
export const isKnownError = (resource: ServiceResource, name: string): boolean =>
  knownErrors(resource).some((one) => one.toLowerCase() === asException(name).toLowerCase());

/** More is no slip of the finger, and an error may be newer than the models. */
const mostMistakes = 2;

/**
 * Whether a name with the right prefix is that of an error of the service but for a typing mistake or two. Nothing is said
 * of letters in capitals: those of abbreviations (`EC2`, `Ec2`) depend on the version of the SDK.
 */
export function misspeltError(resource: ServiceResource, call: string, name: string): ImpossibleError | undefined {
  const known = knownErrors(resource);
  const at = name.indexOf('.') + 1;
  const written = name.slice(at);
  if (known.some((one) => one.toLowerCase() === written.toLowerCase())) return undefined;
  const error = nearest(written, known, mostMistakes);
  if (!error) return undefined;
  const meant = name.slice(0, at) + error;
  return { because: `${call} has no such error`, remedy: `use "${meant}"`, meant };
}

function knownErrors(resource: ServiceResource): readonly string[] {
  const [service = ''] = sdkActionOf(resource).split(':');
  const modelled = errorsInModel(service).map(asException);
  return [...(resource.kind === 'aws-sdk' ? modelled.map(asWords) : modelled), ...common];
}
