import { findService } from './catalogue';
import { optimizedServices } from './optimized';
import type { TaskResource } from './resource';

/**
 * What the names of a call's own errors begin with, up to a dot: `DynamoDB` for `dynamodb:putItem` but `DynamoDb` for
 * `aws-sdk:dynamodb:putItem`. Undefined when not known: a function and a worker choose the names of their errors.
 */
export function errorPrefixesOf(resource: TaskResource): readonly string[] | undefined {
  if (resource.kind === 'aws-sdk') {
    const service = findService(resource.service);
    return service && [service.errorPrefix];
  }
  if (resource.kind !== 'optimized' && resource.kind !== 'http') return undefined;
  return optimizedServices.get(resource.service)?.errorPrefixes;
}
