import { nearest } from '../expressions/nearest';
import { errorPrefixesOf, type TaskResource } from '../services';
import type { ImpossibleError } from './impossibility';
import { lambdaErrors } from './lambda-error-names';
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
export function foreignErrorName(resource: TaskResource, name: string): ImpossibleError | undefined {
  switch (resource.kind) {
    case 'unknown':
    case 'unrecognized':
    case 'activity':
      return undefined;
    case 'lambda':
      return misspeltLambdaError(name);
    case 'http':
      return foreignToHttp(name);
    default: {
      if (resource.kind === 'optimized' && resource.service === 'lambda') return misspeltLambdaError(name);
      if (resource.pattern === 'waitForTaskToken') return undefined;
      const prefixes = errorPrefixesOf(resource);
      return prefixes && foreignToService(resource, prefixes, name);
    }
  }
}

/** A function may raise any name, but those that begin with "Lambda." come from the service. */
function misspeltLambdaError(name: string): ImpossibleError | undefined {
  if (!name.startsWith('Lambda.') || lambdaErrors.includes(name)) return undefined;
  const meant = nearest(name.slice('Lambda.'.length), lambdaErrors.map(withoutPrefix));
  if (!meant) return undefined;
  return { because: 'Lambda has no such error', remedy: `use "Lambda.${meant}"`, meant: `Lambda.${meant}` };
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
  if (own) {
    // Names of the Java SDK v2 (recorded): S3.NoSuchKeyException, of an API error that is called NoSuchKey.
    if (!isSdk || name.endsWith('Exception')) return undefined;
    const meant = asException(name);
    return { because: `errors of ${call} end with "Exception"`, remedy: `use "${meant}"`, meant };
  }
  const hasPrefix = name.includes('.');
  const isRecorded = isSdk || prefixes.some((prefix) => recordedPrefixes.has(prefix));
  if (!isRecorded && hasPrefix && !recordedPrefixes.has(name.slice(0, name.indexOf('.')))) return undefined;
  const begin = isRecorded ? `with ${prefixes.map((prefix) => `"${prefix}."`).join(' or ')}` : 'with their service';
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
  const meant = isRecorded ? meantBy(name, prefixes, isSdk) : undefined;
  return { because, remedy: meant ? `use "${meant}"` : 'use one of its errors, or remove the name', meant };
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
  return isSdk ? asException(meant) : meant;
}

const asException = (name: string): string =>
  name.endsWith('Exception') ? name : `${name.replace(/Fault$/, '')}Exception`;

const withoutPrefix = (name: string): string => name.slice(name.indexOf('.') + 1);
