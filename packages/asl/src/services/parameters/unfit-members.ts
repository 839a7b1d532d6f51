import { isUnknown, type Located, type Range } from '../../text/located';
import { memberAt, textAt } from '../idempotency/parameters';
import type { AwsSdkResource, HttpResource, OptimizedResource } from '../resource';

/** A member that Step Functions does not take in this call, though the API has it. */
export interface UnfitMember {
  /** `Instances.KeepJobFlowAliveWhenNoSteps` */
  readonly member: string;
  readonly range: Range;
  readonly problem: string;
  readonly remedy: string;
}

/** The methods that have a body in API Gateway: "only accepted for Post, Patch, Put" (developer guide). */
const withBody = /^(POST|PUT|PATCH|.*\$\{.*)$/i;

/** What calls do not take because of their pattern or their other parameters. */
export function* unfitMembers(
  { service, action, pattern }: AwsSdkResource | OptimizedResource | HttpResource,
  parameters: Located,
): Generator<UnfitMember> {
  const called = `${service}:${action}`;
  if (called === 'apigateway:invoke') {
    const method = textAt(parameters, 'Method');
    const body = givenAt(parameters, 'RequestBody');
    if (!body || method === undefined || withBody.test(method)) return;
    const problem = `is for the methods with a body, and the method is "${method}"`;
    yield { member: 'RequestBody', range: body.range, problem, remedy: 'remove it, or use "POST", "PUT" or "PATCH"' };
  } else if (called === 'elasticmapreduce:createCluster' && pattern === 'sync') {
    const isKept = givenAt(parameters, 'Instances.KeepJobFlowAliveWhenNoSteps');
    if (isKept?.kind === 'boolean' && !isKept.value) {
      const problem = 'must be true where the Task waits for the cluster';
      yield { member: 'Instances.KeepJobFlowAliveWhenNoSteps', range: isKept.range, problem, remedy: 'write true' };
    }
    const steps = givenAt(parameters, 'Steps');
    if (!steps) return;
    const problem = 'is not taken where the Task waits for the cluster';
    yield { member: 'Steps', range: steps.range, problem, remedy: 'add steps by Tasks with "addStep.sync"' };
  }
}

function givenAt(parameters: Located, path: string): Located | undefined {
  const member = memberAt(parameters, path);
  return member.is === 'present' && !isUnknown(member.value) ? member.value : undefined;
}
