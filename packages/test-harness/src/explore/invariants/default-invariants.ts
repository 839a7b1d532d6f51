import type { WorkflowType } from '@stepproof/asl';
import type { Invariant } from './invariant';
import { noRuntimeErrors } from './no-runtime-errors';
import { survivesRedelivery } from './survives-redelivery';
import { withinLimits } from './within-limits';

/** What holds of every sound machine, whatever it is for. That an execution ends is looked at in any case. */
export const defaultInvariants = (type: WorkflowType): readonly Invariant[] =>
  type === 'EXPRESS' ? [noRuntimeErrors, withinLimits, survivesRedelivery] : [noRuntimeErrors, withinLimits];
