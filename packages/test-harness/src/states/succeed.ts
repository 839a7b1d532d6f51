import type { SucceedState } from '@stepproof/asl';
import { JsonataFlow } from '../data-flow/jsonata-flow';
import { JsonPathFlow } from '../data-flow/json-path-flow';
import type { StatePlan } from '../plan/plan';

/** Ends its scope: the machine, or just the branch or the iteration it stands in. */
export function compileSucceed(node: SucceedState): StatePlan['run'] {
  if (node.queryLanguage === 'JSONata') {
    const flow = new JsonataFlow(node);
    return function* (visit) {
      return { ...(yield* flow.passOn(visit)), next: undefined };
    };
  }
  const flow = new JsonPathFlow(node);
  return (visit) => ({ ...flow.passOn(visit, flow.effectiveInput(visit)), next: undefined });
}
