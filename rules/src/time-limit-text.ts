import type { TimeLimit } from '@stepproof/asl';

/** What ends the execution, as a clause of a message. */
export const limitText = ({ seconds, field }: TimeLimit): string =>
  field
    ? `the "TimeoutSeconds" of the state machine ends the execution after ${seconds}`
    : `an Express workflow is ended after ${seconds}`;

/** How to get more time. */
export const moreTime = ({ field }: TimeLimit): string =>
  field ? 'raise the "TimeoutSeconds" of the state machine' : 'make the workflow Standard';

/** Seconds as messages give them: sums of backoffs have fractions of no interest. */
export const secondsText = (seconds: number): string => String(Math.round(seconds * 100) / 100);
