import { nearest } from '../expressions/nearest';
import { errorPrefixesOf, sdkActionOf, type IntegrationPattern, type TaskResource } from '../services';
import { constantAt } from '../services/idempotency/parameters';
import type { TaskState } from '../syntax';
import { conditionError } from './condition-error';
import { errorOfOtherAction } from './error-of-other-action';
import type { ImpossibleError } from './impossibility';
import { asException, asWords } from './java-exception';
import { isServiceError } from './misspelt-error';
import { misnamedByService, recordedPrefixes } from './misnamed-by-service';
import {
  errorOfService,
  lambdaErrorWithoutPrefix,
  misnamedLambdaError,
  misspeltLambdaError,
} from './misnamed-lambda-error';
import { isReservedErrorName } from './reserved-error-names';
import { serviceOfError } from './service-of-error';

/** Why a name outside the reserved space is not one of the errors of a call; undefined if it may be. */
export function foreignErrorName(task: TaskState, name: string): ImpossibleError | undefined {
  const { resource } = task;
  switch (resource.kind) {
    case 'unknown':
    case 'unrecognized':
      return misspeltLambdaError(name) ?? lambdaErrorWithoutPrefix(task, name);
    case 'activity':
      return undefined;
    case 'lambda':
      return ofLambda(task, name) ?? errorOfService(name);
    case 'http':
      return foreignToHttp(name);
    default: {
      if (resource.kind === 'optimized' && resource.service === 'lambda')
        return ofLambda(task, name) ?? ofFunction(task, resource.pattern, name);
      const prefixes = errorPrefixesOf(resource);
      if (!prefixes) return undefined;
      // Who answers may pass on what a service said to somebody else, but hardly as the same service is written elsewhere.
      if (resource.pattern === 'waitForTaskToken')
        return isInOtherCase(name, prefixes) ? foreignToService(resource, prefixes, name) : undefined;
      return (
        foreignToService(resource, prefixes, name) ??
        conditionError(task, resource, name) ??
        errorOfOtherAction(resource, name)
      );
    }
  }
}

/** What is wrong with an error of a function by the names that Lambda itself has. */
const ofLambda = (task: TaskState, name: string): ImpossibleError | undefined =>
  misnamedLambdaError(name) ?? lambdaErrorWithoutPrefix(task, name);

/** Who sends a task token back may pass on what a service said; a function that is waited for does not. */
const ofFunction = (task: TaskState, pattern: IntegrationPattern, name: string): ImpossibleError | undefined =>
  pattern === 'waitForTaskToken' ? undefined : (errorOfQueuedCall(task, name) ?? errorOfService(name));

/** With `Event` Lambda only puts the call into a queue: what the function throws later comes to no state. */
function errorOfQueuedCall(task: TaskState, name: string): ImpossibleError | undefined {
  const type = constantAt(task.callParameters, 'InvocationType');
  const isQueued = type?.kind === 'string' && type.value === 'Event';
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

/** Whether a name has one of the prefixes but for its capitals. */
const isInOtherCase = (name: string, prefixes: readonly string[]): boolean =>
  prefixes.some(
    (prefix) => !name.startsWith(`${prefix}.`) && name.toLowerCase().startsWith(`${prefix.toLowerCase()}.`),
  );

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
  const isOtherCase = isInOtherCase(name, prefixes);
  if (!isRecorded && !isOtherCase && hasPrefix && !isOfOtherService(resource, name)) return undefined;
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
  if (!meant) return { because, remedy: 'use one of its errors, or remove the name' };
  // With the right prefix it may still not be as the service calls it: `Sns.Throttled` is "SNS.ThrottledException".
  return { remedy: `use "${meant}"`, meant, ...misnamedByService(resource, call, meant), because };
}

/** Whether the name, although the prefix of the call itself is not on record, is that of an error of another service. */
function isOfOtherService(resource: Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>, name: string): boolean {
  if (recordedPrefixes.has(name.slice(0, name.indexOf('.')))) return true;
  const service = serviceOfError(name);
  return service !== undefined && service !== sdkActionOf(resource).split(':')[0];
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
