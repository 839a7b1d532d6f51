import { optimizedAction } from '../optimized';
import { perResource } from '../per-resource';
import { requiredMembersOf } from '../required-members';
import type { AwsSdkResource, HttpResource, OptimizedResource, TaskResource } from '../task-resource';
import type { Shape, StructureShape } from '../shapes/shape';
import { inputShape } from '../shapes/shapes';
import { addedParameters, borrowedParameters, ownParameters } from './own-parameters';

/**
 * What a call takes as Parameters or Arguments, by the names that Step Functions gives to members; `required` is what
 * `requiredMembersOf` says. Undefined where nothing is known: functions and activities take anything, and an action may
 * be newer than the data.
 */
export const parametersShapeOf = perResource((resource: TaskResource): StructureShape | undefined => {
  if (resource.kind !== 'aws-sdk' && resource.kind !== 'optimized' && resource.kind !== 'http') return undefined;
  const members = membersOf(resource);
  return members && { ...members, required: requiredMembersOf(resource)?.all ?? [] };
});

function membersOf(resource: AwsSdkResource | OptimizedResource | HttpResource): StructureShape | undefined {
  if (resource.kind === 'aws-sdk') return structure(inputShape(resource.service, resource.action));
  const key = `${resource.service}:${resource.action}`;
  const own = ownParameters.get(key);
  if (own) return withBorrowed(own, key);
  const api = apiShape(optimizedAction(resource.service, resource.action)?.sdk);
  return api && { ...api, members: new Map([...api.members, ...Object.entries(addedParameters.get(key) ?? {})]) };
}

function withBorrowed(own: StructureShape, key: string): StructureShape {
  const borrowed = borrowedParameters.get(key);
  const list = borrowed && apiShape(borrowed.action)?.members.get(borrowed.itemOf);
  return list?.kind === 'list' ? { ...own, members: new Map(own.members).set(borrowed!.member, list.item) } : own;
}

function apiShape(sdkAction = ''): StructureShape | undefined {
  const [service = '', action = ''] = sdkAction.split(':');
  return structure(inputShape(service, action, 'api'));
}

const structure = (shape: Shape | undefined): StructureShape | undefined =>
  shape?.kind === 'structure' ? shape : undefined;
