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

export interface Moment {
  readonly limit: TimeLimit;
  /** When the state can begin at the earliest, in seconds. */
  readonly entry: number;
}

export const isTooMuch = (seconds: number, { limit, entry }: Moment): boolean => entry + seconds > limit.seconds;

/** What the messages say of it. */
export const limitWords = (seconds: number, { limit, entry }: Moment) => ({
  seconds: secondsText(seconds),
  entry: entry > 0 ? ` and begins after ${secondsText(entry)} at the earliest` : '',
  limit: limitText(limit),
  moreTime: moreTime(limit),
});
