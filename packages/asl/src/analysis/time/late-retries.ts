import { TaskState, type Field, type Retrier, type State } from '../../syntax';
import { knownNumber } from './known-number';
import { retryScheduleOf, type RetrySchedule } from './retry-schedule';

/** Retries that do not fit into a time. */
export type LateRetries = {
  /** How often the Retrier tries again. */
  readonly attempts: number;
  /** What the waits take together, with jitter on average, or all attempts and the waits between them. */
  readonly seconds: number;
} & (
  | {
      readonly kind: 'waits';
      /** The first retry that can never begin, from 1. */
      readonly attempt: number;
      readonly hasJitter: boolean;
    }
  | {
      readonly kind: 'timeouts';
      /** What one attempt may take, and where that is said. */
      readonly timeout: number;
      readonly field: Field;
    }
);

/** More attempts than that are meant to go on until the execution ends. */
const endless = 100;

/**
 * The retries of a state that its waits alone bring beyond that many seconds, or that its timeout does when each attempt
 * runs into it and the Retrier tries again after that.
 */
export function lateRetriesOf(state: State, retrier: Retrier, most: number): LateRetries | undefined {
  const schedule = retryScheduleOf(retrier);
  if (!schedule || schedule.attempts > endless) return undefined;
  const { attempts } = schedule;
  const seconds = schedule.averageSeconds();
  if (seconds > most) {
    let attempt = 1;
    while (schedule.averageSeconds(attempt) <= most) attempt++;
    return { kind: 'waits', attempts, attempt, seconds, hasJitter: schedule.hasJitter };
  }
  return lateTimeouts(state, retrier, schedule, most);
}

/** The worst case of a Retrier that tries again after a timeout: each attempt runs into it. */
function lateTimeouts(
  state: State,
  { errorEquals }: Retrier,
  schedule: RetrySchedule,
  most: number,
): LateRetries | undefined {
  const { attempts } = schedule;
  if (!(state instanceof TaskState) || !attempts) return undefined;
  if (!errorEquals.includes('States.Timeout') && !errorEquals.includes('States.ALL')) return undefined;
  const timeout = knownNumber(state, 'TimeoutSeconds');
  if (!timeout || timeout.value > most) return undefined;
  // With jitter every wait may be as short as nothing.
  const seconds = timeout.value * (attempts + 1) + (schedule.hasJitter ? 0 : schedule.seconds(attempts));
  return seconds > most
    ? { kind: 'timeouts', attempts, seconds, timeout: timeout.value, field: timeout.field }
    : undefined;
}
