import { nearest } from '../expressions/nearest';
import { errorPrefixesOf, type TaskResource } from '../services';
import { constantAt } from '../services/idempotency/parameters';
import type { TaskState } from '../syntax';
import { conditionError } from './condition-error';
import { errorOfOtherAction } from './error-of-other-action';
import type { ImpossibleError } from './impossibility';
import { asBaseException, asException, asWords } from './java-exception';
import { isServiceError, misspeltError } from './misspelt-error';
import { misnamedLambdaError } from './misnamed-lambda-error';
import { isReservedErrorName } from './reserved-error-names';

/** The prefixes of optimized integrations that were seen on AWS; the others only follow their pattern (unverified). */
const recordedPrefixes: ReadonlySet<string> = new Set([
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

/** Why a name outside the reserved space is not one of the errors of a call; undefined if it may be. */
export function foreignErrorName(task: TaskState, name: string): ImpossibleError | undefined {
  const { resource } = task;
  switch (resource.kind) {
    case 'unknown':
    case 'unrecognized':
    case 'activity':
      return undefined;
    case 'lambda':
      return misnamedLambdaError(name);
    case 'http':
      return foreignToHttp(name);
    default: {
      if (resource.kind === 'optimized' && resource.service === 'lambda')
        return misnamedLambdaError(name) ?? errorOfQueuedCall(task, resource.pattern, name);
      if (resource.pattern === 'waitForTaskToken') return undefined;
      const prefixes = errorPrefixesOf(resource);
      if (!prefixes) return undefined;
      return (
        foreignToService(resource, prefixes, name) ??
        conditionError(task, resource, name) ??
        errorOfOtherAction(resource, name)
      );
    }
  }
}

/** With `Event` Lambda only puts the call into a queue: what the function throws later comes to no state. */
function errorOfQueuedCall(task: TaskState, pattern: string, name: string): ImpossibleError | undefined {
  const type = constantAt(task.callParameters, 'InvocationType');
  const isQueued = pattern === 'request-response' && type?.kind === 'string' && type.value === 'Event';
  if (!isQueued || (name.startsWith('Lambda.') && name !== 'Lambda.Unknown')) return undefined;
  return {
    because:
      'with "InvocationType" "Event" Lambda only queues the call, and what the function throws later comes to no state',
    remedy: 'leave "InvocationType" out to wait for the function, or remove the name',
  };
}

function foreignToHttp(name: string): ImpossibleError | undefined {
  if (name.startsWith('Events.')) return undefined;
  const [, status] = /(?:^|\.)([1-5]\d\d)$/.exec(name) ?? [];
  const meant = status && `States.Http.StatusCode.${status}`;
  return {
    because: 'errors of an HTTP task begin with "States.Http." or "Events.ConnectionResource."',
    remedy: meant ? `use "${meant}"` : 'use a name such as "States.Http.StatusCode.429"',
    meant,
  };
}

function foreignToService(
  resource: Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>,
  prefixes: readonly string[],
  name: string,
): ImpossibleError | undefined {
  const call = `"${resource.kind === 'aws-sdk' ? 'aws-sdk:' : ''}${resource.service}:${resource.action}"`;
  const isSdk = resource.kind === 'aws-sdk';
  const own = prefixes.find((prefix) => name.startsWith(`${prefix}.`));
  if (own) return misnamedByService(resource, call, name);
  const hasPrefix = name.includes('.');
  const isRecorded = isSdk || prefixes.some((prefix) => recordedPrefixes.has(prefix));
  const isOtherCase = prefixes.some((prefix) => name.toLowerCase().startsWith(`${prefix.toLowerCase()}.`));
  if (!isRecorded && !isOtherCase && hasPrefix && !recordedPrefixes.has(name.slice(0, name.indexOf('.'))))
    return undefined;
  const begin =
    isRecorded || isOtherCase ? `with ${prefixes.map((prefix) => `"${prefix}."`).join(' or ')}` : 'with their service';
  const because = `errors of ${call} begin ${begin}`;
  const reserved = `States.${name}`;
  if (!hasPrefix && isReservedErrorName(reserved)) return { because, remedy: `use "${reserved}"`, meant: reserved };
  if (!hasPrefix && resource.pattern.startsWith('sync') && !name.endsWith('Exception')) {
    return {
      because: `${because}, and when the ${resource.service === 'states' ? 'execution that it starts' : 'job'} fails it raises "States.TaskFailed"`,
      remedy: 'use "States.TaskFailed", and look into the "Cause" for the error',
      meant: 'States.TaskFailed',
    };
  }
  const mayBeMeant = hasPrefix || name.endsWith('Exception') || isServiceError(resource, name);
  const meant = (isRecorded || isOtherCase) && mayBeMeant ? meantBy(name, prefixes, isSdk) : undefined;
  return { because, remedy: meant ? `use "${meant}"` : 'use one of its errors, or remove the name', meant };
}

/**
 * What Step Functions itself makes of an answer, under the prefix of the service (recorded), and errors that the models or,
 * as the third, the pages of AWS call so: whether their optimized integrations add the suffix is not on record.
 */
const noException =
  /\.(\d+|FailedEntry|Unknown)$|^(DynamoDB\.(InternalServerError|RequestLimitExceeded)|StepFunctions\.ExecutionLimitExceeded)$/;

/** An answer that is an error, `ApiGateway.503`, with more around its status. */
const answered = /^(ApiGateway|EKS)\.\D+(\d{3})$/;

/** Names are those of exception classes of the Java SDK (recorded): S3.NoSuchKeyException, of an API error NoSuchKey. */
function misnamedByService(
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
    const base = kind === 'aws-sdk' ? asBaseException(name) : undefined;
    if (base)
      return { because: `errors of ${call} go by version 2 of the Java SDK`, remedy: `use "${base}"`, meant: base };
    const meant = asWords(name);
    if (kind !== 'aws-sdk' || meant === name || !/[A-Z]{3}/.test(name.slice(name.indexOf('.'))))
      return misspeltError(resource, call, name);
    return { because: `errors of ${call} have abbreviations as words`, remedy: `use "${meant}"`, meant };
  }
  const misspelt = misspeltError(resource, call, name);
  if (misspelt) return misspelt;
  const isRecorded = kind === 'aws-sdk' || recordedPrefixes.has(name.slice(0, name.indexOf('.')));
  if (!isRecorded) return undefined;
  const meant = kind === 'aws-sdk' ? asWords(asException(name)) : asException(name);
  return { because: `errors of ${call} end with "Exception"`, remedy: `use "${meant}"`, meant };
}

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

/** The error with the right prefix, unless the name is that of an error of another service. */
function meantBy(name: string, prefixes: readonly string[], isSdk: boolean): string | undefined {
  const at = name.indexOf('.');
  const written = name.slice(0, Math.max(at, 0));
  // `com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException`, as an exception is called in Java
  const isQualified = /^(com|software)\.amazon/.test(name);
  const only = prefixes.length === 1 ? prefixes[0] : undefined;
  const prefix = at < 0 || isQualified ? only : nearest(written, prefixes);
  if (!prefix) return undefined;
  const meant = `${prefix}.${name.slice(isQualified ? name.lastIndexOf('.') + 1 : at + 1)}`;
  return isSdk ? asWords(asException(meant)) : meant;
}
