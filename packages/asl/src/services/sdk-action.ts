import { optimizedAction } from './optimized';
import type { TaskResource } from './task-resource';

/** The action of the API that a call comes to, `dynamodb:putItem`: an optimized integration may have another name for it. */
export function sdkActionOf({
  kind,
  service,
  action,
}: Extract<TaskResource, { kind: 'aws-sdk' | 'optimized' }>): string {
  return (kind === 'optimized' ? optimizedAction(service, action)?.sdk : undefined) ?? `${service}:${action}`;
}
