import { FailState, statesOf } from '@stepproof/asl';
import type { Invariant } from './invariant';

/** Whatever a call does, the execution succeeds or ends in a Fail state of the machine: nothing fails unhandled. */
export const handlesFailures: Invariant = {
  name: 'handles failures',
  check({ execution, definition }) {
    if (execution.status !== 'FAILED') return undefined;
    const last = [...statesOf(definition)].find(({ name }) => name === execution.path.at(-1));
    if (last instanceof FailState) return undefined;
    return { title: `${execution.error ?? 'an error without a name'} of "${last?.name}" is not handled` };
  },
};
