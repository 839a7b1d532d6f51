import type { Located } from '../../text/located';
import type { TaskResource } from '../task-resource';
import { sdkActionOf } from '../sdk-action';
import type { Fact } from './fact';
import { factOf } from './idempotency-table';
import { stabilityOfMember } from './judge';
import { memberAt } from './parameters';

/** What a job that has failed still holds, so that another attempt with the same parameters starts none. */
export interface HeldByFailedJob {
  readonly member: string;
  /** What comes of another attempt: a clause for a message. */
  readonly because: string;
}

/**
 * The name or token of a job that Step Functions waits for, where it is the same in each attempt. Parameters are evaluated anew
 * at each, so that one with `States.UUID()` or `$$.State.RetryCount` is another name.
 */
export function heldByFailedJob(resource: TaskResource, parameters: Located | undefined): HeldByFailedJob | undefined {
  if (resource.kind !== 'optimized' || !resource.pattern.startsWith('sync')) return undefined;
  const sdk = sdkActionOf(resource);
  // A job of Kubernetes may be set to be removed once it has ended.
  if (sdk === 'eks:runJob') return undefined;
  const [service = '', action = ''] = sdk.split(':');
  return heldBy(factOf(service, action)).find(
    ({ member }) => stabilityOfMember(memberAt(parameters, member)) === 'stable',
  );
}

function heldBy(fact: Fact | undefined): readonly HeldByFailedJob[] {
  if (fact?.class === 'C') return fact.name === undefined ? [] : [{ member: fact.name, because: fact.guard }];
  if (fact?.class !== 'T') return [];
  const { token: member, afterEnd } = fact;
  const held =
    afterEnd === undefined ? [] : [{ member, because: `a second call with the same "${member}" ${afterEnd}` }];
  return [...held, ...heldBy(fact.otherwise)];
}
