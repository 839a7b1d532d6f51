import { describingActions } from '../describing-actions';
import { optimizedAction } from '../optimized';
import type { TaskResource } from '../resource';
import type { Shape } from './shape';
import { outputShape } from './shapes';

/**
 * What the API answers that a Resource calls: with `.sync` and `.sync:2` the one that describes the job. Undefined where
 * there is nothing to hold a result against: functions, activities and whoever sends a task token back choose their
 * results, HTTP endpoints and what Step Functions does by itself (`apigateway:invoke`, `eks:call`, `eks:runJob`) have no
 * model, and an action may be newer than the data.
 */
export function apiResultShape(resource: TaskResource): Shape | undefined {
  if (resource.kind !== 'aws-sdk' && resource.kind !== 'optimized') return undefined;
  const { service, action, pattern } = resource;
  if (pattern === 'waitForTaskToken') return undefined;
  if (resource.kind === 'aws-sdk') return outputShape(service, action);
  const called =
    pattern === 'request-response'
      ? optimizedAction(service, action)?.sdk
      : describingActions.get(`${service}:${action}`);
  const [sdkService = '', sdkAction = ''] = called?.split(':') ?? [];
  return outputShape(sdkService, sdkAction, 'api');
}
