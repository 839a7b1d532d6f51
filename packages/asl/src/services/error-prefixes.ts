import { findService, loadCatalogue } from './catalogue';
import { optimizedServices, type OptimizedService } from './optimized';
import type { TaskResource } from './task-resource';

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

/** The services, as AWS SDK integrations call them, whose errors begin with a prefix in either kind of integration. */
export function servicesWithPrefix(prefix: string): readonly string[] {
  const optimized = [...optimizedServices].flatMap(([name, service]) =>
    service.errorPrefixes.includes(prefix) ? sdkServiceOf(name, service) : [],
  );
  const ofSdk = Object.entries(loadCatalogue().services).flatMap(([name, { errorPrefix }]) =>
    errorPrefix === prefix ? name : [],
  );
  return [...new Set([...optimized, ...ofSdk])];
}

/** All actions of an optimized integration are of one API: `eventbridge` for `events`. */
function sdkServiceOf(name: string, { actions }: OptimizedService): string {
  const [{ sdk = name } = {}] = actions.values();
  return sdk.split(':')[0]!;
}
