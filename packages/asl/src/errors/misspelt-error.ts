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

/** More is no slip of the finger, and an error may be newer than the models. */
const mostMistakes = 2;

type Call = Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>;

function knownErrors(resource: Call): readonly string[] {
  const [service = ''] = sdkActionOf(resource).split(':');
  const modelled = errorsInModel(service).map(asException);
  return [...(resource.kind === 'aws-sdk' ? modelled.map(asWords) : modelled), ...common];
}

/** Whether the service has an error of that name, whatever its prefix and its capitals, and perhaps without its "Exception". */
export function isServiceError(resource: Call, name: string): boolean {
  const written = asException(name.slice(name.indexOf('.') + 1)).toLowerCase();
  return knownErrors(resource).some((one) => one.toLowerCase() === written);
}

/**
 * Whether a name with the right prefix is that of an error of the service but for a typing mistake or two. Nothing is said
 * of letters in capitals: those of abbreviations (`EC2`, `Ec2`) depend on the version of the SDK.
 */
export function misspeltError(resource: Call, call: string, name: string): ImpossibleError | undefined {
  if (isServiceError(resource, name)) return undefined;
  const at = name.indexOf('.') + 1;
  const error = nearest(name.slice(at), knownErrors(resource), mostMistakes);
  if (!error) return undefined;
  const meant = name.slice(0, at) + error;
  return { because: `${call} has no such error`, remedy: `use "${meant}"`, meant };
}
