import type { FailState } from '@stepproof/asl';
import { compileDataFlow } from '../data-flow/compile-data-flow';
import { compileTextField } from '../data-flow/text-field';
import type { StatePlan } from '../plan/plan';
import { StateFailure } from '../recovery/state-failure';

/** Ends its scope with an error. Without Error and Cause, the error has neither name nor cause. */
export function compileFail(node: FailState): StatePlan['run'] {
  const error = compileTextField(node, 'Error');
  const cause = compileTextField(node, 'Cause');
  const flow = compileDataFlow(node);
  return (visit) => {
    flow.effectiveInput(visit);
    throw new StateFailure(error(visit), cause(visit));
  };
}
