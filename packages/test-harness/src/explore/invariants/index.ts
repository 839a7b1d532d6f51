import { compensates } from './compensates';
import { handlesFailures } from './handles-failures';
import { losesNoItems } from './loses-no-items';
import { noRuntimeErrors } from './no-runtime-errors';
import { orderIndependent } from './order-independent';
import { survivesRedelivery } from './survives-redelivery';
import { withinBudget } from './within-budget';
import { withinLimits } from './within-limits';

/** What may be asked of every execution. */
export const invariants = {
  noRuntimeErrors,
  handlesFailures,
  compensates,
  losesNoItems,
  withinBudget,
  withinLimits,
  survivesRedelivery,
  orderIndependent,
};
