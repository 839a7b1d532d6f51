import { findAction } from './catalogue';
import { optimizedAction } from './optimized';
import type { TaskResource } from './resource';

export interface RequiredMembers {
  /** Each call must have all of these. */
  readonly all: readonly string[];
  /** Each call must have one of these; none listed: no such choice. */
  readonly oneOf: readonly string[];
}

/**
 * What the parameters of a call must hold; undefined when that is not known. For AWS SDK integrations it is what the API
 * demanded when the catalogue's models ended: AWS makes members optional later, and never the other way round.
 */
export function requiredMembersOf(resource: TaskResource): RequiredMembers | undefined {
  if (resource.kind === 'aws-sdk') return ofApi(resource.service, resource.action);
  if (resource.kind !== 'optimized' && resource.kind !== 'http') return undefined;
  const action = optimizedAction(resource.service, resource.action)!;
  const [service = '', sdkAction = ''] = action.sdk?.split(':') ?? [];
  const all = action.required ?? ofApi(service, sdkAction)?.all;
  return all && { all, oneOf: action.oneOf ?? [] };
}

/** SDKs fill in tokens by themselves; whether Step Functions does is not documented, so tokens are not demanded. */
function ofApi(service: string, name: string): RequiredMembers | undefined {
  const found = findAction(service, name);
  if (!found.known) return undefined;
  const { required = [], token } = found.action;
  return { all: required.filter((member) => member !== token), oneOf: [] };
}
