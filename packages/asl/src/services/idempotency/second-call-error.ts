import type { Located } from '../../text/located';
import { errorPrefixesOf } from '../error-prefixes';
import type { TaskResource } from '../task-resource';
import { sdkActionOf } from '../sdk-action';
import { factOf } from './idempotency-table';
import { textAt } from './parameters';

/** Writes of DynamoDB that take a condition. */
const conditionalWrites = new Set(['dynamodb:putItem', 'dynamodb:updateItem']);

/**
 * The error, as Retry and Catch name it, that a call fails with when it is made a second time with the same parameters: its
 * condition demands that nothing is there yet, or what it creates has a name already. Undefined for calls that are not refused,
 * and where the error is not known.
 */
export function secondCallError(resource: TaskResource, parameters: Located | undefined): string | undefined {
  if (resource.kind !== 'aws-sdk' && resource.kind !== 'optimized') return undefined;
  const sdk = sdkActionOf(resource);
  const error = conditionalWrites.has(sdk) ? failedCondition(parameters) : nameTaken(sdk);
  const [prefix] = errorPrefixesOf(resource) ?? [];
  return error === undefined || prefix === undefined ? undefined : `${prefix}.${error}`;
}

const failedCondition = (parameters: Located | undefined): string | undefined =>
  /\battribute_not_exists\b/.test(textAt(parameters, 'ConditionExpression') ?? '')
    ? 'ConditionalCheckFailedException'
    : undefined;

function nameTaken(sdk: string): string | undefined {
  const [service = '', action = ''] = sdk.split(':');
  const fact = factOf(service, action);
  return fact?.class === 'C' && fact.error?.endsWith('Exception') === true ? fact.error : undefined;
}
