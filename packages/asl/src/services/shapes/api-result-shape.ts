import { describingActions } from '../describing-actions';
import { optimizedAction } from '../optimized';
import type { TaskResource } from '../task-resource';
import type { Shape } from './shape';
import { outputShape } from './shapes';

/**
 * Integrations whose APIs are around those of the service, "with some differences in the fields that are passed and in the
 * responses that are returned" (the guide's pages on EMR): `createCluster` gives a ClusterId, `runJobFlow` a JobFlowId.
 */
const wrapped: ReadonlySet<string> = new Set(['elasticmapreduce', 'emr-containers', 'emr-serverless']);

/**
 * What the API answers that a Resource calls: with `.sync` and `.sync:2` the one that describes the job. Undefined where
 * there is nothing to hold a result against: functions, activities and whoever sends a task token back choose their
 * results, HTTP endpoints and what Step Functions does by itself (`apigateway:invoke`, `eks:call`, `eks:runJob`) have no
 * model, integrations of EMR answer with members of their own, and an action may be newer than the data.
 */
export function apiResultShape(resource: TaskResource): Shape | undefined {
  if (resource.kind !== 'aws-sdk' && resource.kind !== 'optimized') return undefined;
  const { service, action, pattern } = resource;
  if (pattern === 'waitForTaskToken') return undefined;
  if (resource.kind === 'aws-sdk') return outputShape(service, action);
  const isJob = pattern !== 'request-response';
  if (!isJob && wrapped.has(service)) return undefined;
  const called = isJob ? describingActions.get(`${service}:${action}`) : optimizedAction(service, action)?.sdk;
  const [sdkService = '', sdkAction = ''] = called?.split(':') ?? [];
  return outputShape(sdkService, sdkAction, 'api');
}
