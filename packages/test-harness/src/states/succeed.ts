import type { SucceedState } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/data-flow';
import type { StatePlan } from '../plan/plan';

/** Ends its scope: the machine, or just the branch or the iteration it stands in. */
export function compileSucceed(node: SucceedState): StatePlan['run'] {
  const flow = compileDataFlow(node);
  return (visit) => ({ ...flow.passOn(visit, flow.effectiveInput(visit)), next: undefined });
}
