import { errorsInModel, sdkActionOf, type TaskResource } from '../services';
import type { ImpossibleError } from './impossibility';
import { asBaseException, asBaseOfVersion1, asException, asWords } from './java-exception';
import { isServiceError, misspeltError } from './misspelt-error';

/** The prefixes of optimized integrations that were seen on AWS; the others only follow their pattern (unverified). */
export const recordedPrefixes: ReadonlySet<string> = new Set([
  'ApiGateway',
  'AmazonECS',
  'Batch',
  'DynamoDB',
  'ECS',
  'EKS',
  'EventBridge',
  'Lambda',
  'SNS',
  'SQS',
  'StepFunctions',
]);

/**
 * What Step Functions itself makes of an answer, under the prefix of the service (recorded), and errors that the models or,
 * as the third, the pages of AWS call so: whether their optimized integrations add the suffix is not on record.
 */
const noException =
  /\.(\d+|FailedEntry|Unknown)$|^(DynamoDB\.(InternalServerError|RequestLimitExceeded)|StepFunctions\.ExecutionLimitExceeded)$/;

/** An answer that is an error, `ApiGateway.503`, with more around its status. */
const answered = /^(ApiGateway|EKS)\.\D+(\d{3})$/;

/** Names are those of exception classes of the Java SDK (recorded): S3.NoSuchKeyException, of an API error NoSuchKey. */
export function misnamedByService(
  resource: Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>,
  call: string,
  name: string,
): ImpossibleError | undefined {
  const { kind } = resource;
  const [, prefix = '', status = ''] = (kind === 'optimized' && answered.exec(name)) || [];
  if (status) {
    const meant = `${prefix}.${status}`;
    return { because: `errors of ${call} that are answers have the status alone`, remedy: `use "${meant}"`, meant };
  }
  if (kind === 'optimized' && noException.test(name)) return undefined;
  const job = failedJob(resource, call, name);
  if (job) return job;
  if (name.endsWith('Exception')) {
    const [base, version] = kind === 'aws-sdk' ? [asBaseException(name), 2] : [asBaseOfVersion1(name), 1];
    if (base)
      return {
        because: `errors of ${call} go by version ${version} of the Java SDK`,
        remedy: `use "${base}"`,
        meant: base,
      };
    const meant = asWords(name);
    if (kind !== 'aws-sdk' || meant === name || !/[A-Z]{3}/.test(name.slice(name.indexOf('.'))))
      return misspeltError(resource, call, name);
    return { because: `errors of ${call} have abbreviations as words`, remedy: `use "${meant}"`, meant };
  }
  const misspelt = misspeltError(resource, call, name);
  if (misspelt) return misspelt;
  const isRecorded = kind === 'aws-sdk' || recordedPrefixes.has(name.slice(0, name.indexOf('.')));
  if (!isRecorded && !lacksSuffix(resource, name)) return undefined;
  const meant = kind === 'aws-sdk' ? asWords(asException(name)) : asException(name);
  return { because: `errors of ${call} end with "Exception"`, remedy: `use "${meant}"`, meant };
}

/** The model has the error with that suffix itself, so that no SDK has to add it. */
const lacksSuffix = (resource: Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>, name: string): boolean =>
  errorsInModel(sdkActionOf(resource).split(':')[0]!).includes(`${name.slice(name.indexOf('.') + 1)}Exception`);

/** A name that says how a job ended, and that no error of the service has. */
function failedJob(
  resource: Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>,
  call: string,
  name: string,
): ImpossibleError | undefined {
  if (!resource.pattern.startsWith('sync') || isServiceError(resource, name)) return undefined;
  if (!/Fail|Error|Time|Cancel|Stop|Abort/.test(name.slice(name.indexOf('.')))) return undefined;
  const because = name.endsWith('Exception') ? `${call} has no such error` : `errors of ${call} end with "Exception"`;
  return {
    because: `${because}, and when the ${resource.service === 'states' ? 'execution that it starts' : 'job'} fails it raises "States.TaskFailed"`,
    remedy: 'use "States.TaskFailed", and look into the "Cause" for the error',
    meant: 'States.TaskFailed',
  };
}
