import { idempotencyOf, type Idempotency } from '../../services';
import type { TaskState } from '../../syntax';

/** Whether the call of a Task may be repeated, found out once for all who ask. */
export const taskIdempotencyOf = (task: TaskState): Idempotency => task.once(findIdempotency);

const findIdempotency = ({ resource, callParameters }: TaskState): Idempotency =>
  idempotencyOf(resource, callParameters);
