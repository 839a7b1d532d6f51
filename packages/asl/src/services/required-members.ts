import { findAction } from './catalogue';
import { optimizedAction } from './optimized';
import { perResource } from './per-resource';
import type { TaskResource } from './task-resource';
import { inputShape, type MemberNames } from './shapes/shapes';

export interface RequiredMembers {
  /** Each call must have all of these. */
  readonly all: readonly string[];
  /** Each call must have one of these; none listed: no such choice. */
  readonly oneOf: readonly string[];
}

/**
 * What the parameters of a call must hold, by the names that Step Functions gives to members; undefined when that is not
 * known. For AWS SDK integrations it is what the API demanded when the models were made: AWS makes members optional
 * later, and never the other way round.
 */
export const requiredMembersOf = perResource(findRequiredMembers);

function findRequiredMembers(resource: TaskResource): RequiredMembers | undefined {
  if (resource.kind === 'aws-sdk') {
    const all = ofApi(resource.service, resource.action, 'sdk');
    return all && { all, oneOf: oneOfByAction.get(`${resource.service}:${resource.action}`) ?? [] };
  }
  if (resource.kind !== 'optimized' && resource.kind !== 'http') return undefined;
  const action = optimizedAction(resource.service, resource.action)!;
  const [service = '', sdkAction = ''] = action.sdk?.split(':') ?? [];
  const all = action.required ?? ofApi(service, sdkAction, 'api');
  return all && { all, oneOf: action.oneOf ?? [] };
}

/** What the API demands one of, in the words of its reference and not of its model. */
const oneOfByAction: ReadonlyMap<string, readonly string[]> = new Map([
  ['redshiftdata:executeStatement', ['ClusterIdentifier', 'WorkgroupName', 'SessionId']],
  ['sns:publish', ['TopicArn', 'TargetArn', 'PhoneNumber']],
]);

function ofApi(service: string, name: string, names: MemberNames): readonly string[] | undefined {
  const shape = inputShape(service, name, names);
  if (shape?.kind === 'structure') return shape.required.filter((member) => !isToken(member));
  // An action without parameters has no shape.
  return findAction(service, name).known ? [] : undefined;
}

/**
 * Whether a member is one that makes repetitions of a call one call, by its name. SDKs fill such members in by
 * themselves; whether Step Functions does is not documented, so they are not demanded.
 */
function isToken(member: string): boolean {
  return /^(client(Request)?Token|idempotencyToken|callerReference|requestToken|messageDeduplicationId|creationToken|provisionToken)$/i.test(
    member,
  );
}
