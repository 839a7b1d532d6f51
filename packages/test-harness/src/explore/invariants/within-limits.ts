import type { Invariant } from './invariant';

/** The execution does not run into a limit of Step Functions: the time that it may take, the events that it may have. */
export const withinLimits: Invariant = {
  name: 'within limits',
  check({ execution, definition }) {
    const { status, error, cause, duration } = execution;
    if (status === 'TIMED_OUT' && definition.TimeoutSeconds === undefined) {
      return { title: `takes longer than Step Functions allows`, detail: `stopped after ${duration} seconds` };
    }
    const isFull = error === 'States.Runtime' && cause?.includes('maximum number of history events') === true;
    return isFull ? { title: 'has more events than Step Functions allows', detail: cause } : undefined;
  },
};
