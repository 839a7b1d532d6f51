import { idempotencyOf, type Idempotency } from '../../services';
import type { TaskState } from '../../syntax';
import { paysWithoutKey } from './payments';

/** Whether the call of a Task may be repeated, found out once for all who ask. */
export const taskIdempotencyOf = (task: TaskState): Idempotency => task.once(findIdempotency);

function findIdempotency(task: TaskState): Idempotency {
  const { opaque, ...found } = idempotencyOf(task.resource, task.callParameters);
  if (!opaque) return found;
  if (!paysWithoutKey(task)) return { ...found, opaque };
  return {
    ...found,
    because: `${found.because}, which pays, and no key is handed to it by name that tells a repetition from another payment`,
  };
}
