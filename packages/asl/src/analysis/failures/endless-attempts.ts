import { TaskState, type Retrier, type Scope } from '../../syntax';
import { mostEvents } from '../events/least-events';
import { reachableStates } from '../graph/reachability';
import { retryScheduleOf } from '../time/retry-schedule';
import { standardSeconds } from '../time/time-limit';

/** A Retrier that goes on until the service ends the execution: by its attempts, or by its waits. */
export interface EndlessAttempts {
  readonly task: TaskState;
  readonly retrier: Retrier;
  readonly attempts: number;
  /** What is used up first: the events of the history, or the year that a Standard execution may last. */
  readonly limit: 'events' | 'time';
}

/** Scheduled, started, failed (recorded). */
const eventsOfAttempt = 3;

/** The Retriers of a scope in a Standard workflow whose attempts do not fit into one execution. */
export function endlessAttempts(scope: Scope): readonly EndlessAttempts[] {
  return [...reachableStates(scope)].flatMap((task) => {
    if (!(task instanceof TaskState)) return [];
    return task.retry.flatMap((retrier): EndlessAttempts[] => {
      const schedule = retryScheduleOf(retrier);
      if (!schedule || !Number.isInteger(schedule.attempts)) return [];
      const { attempts, hasJitter } = schedule;
      const isFull = attempts * eventsOfAttempt > mostEvents;
      // With jitter each wait may be short.
      const isLong = !hasJitter && schedule.seconds() > standardSeconds;
      if (!isFull && !isLong) return [];
      const untilFull = hasJitter ? 0 : schedule.seconds(Math.floor(mostEvents / eventsOfAttempt));
      return [{ task, retrier, attempts, limit: isFull && untilFull <= standardSeconds ? 'events' : 'time' }];
    });
  });
}
