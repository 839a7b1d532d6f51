import type { SucceedState } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/compile-data-flow';
import type { StatePlan } from '../plan/plan';
import { exitTo } from './exit';

/** Ends its scope: the machine, or just the branch or the iteration it stands in. */
export function compileSucceed(node: SucceedState): StatePlan['run'] {
  const flow = compileDataFlow(node);
  return (visit) => exitTo(undefined, flow.passOn(visit, flow.effectiveInput(visit)));
}
