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
  /** What is used up first: the events of the history, the year that a Standard execution may last, or anybody's patience. */
  readonly limit: 'events' | 'time' | 'growth';
  /** Seconds: the first wait, the last one, and all of them; with jitter the latter two on average. */
  readonly waits: { readonly first: number; readonly last: number; readonly all: number };
}

/** Scheduled, started, failed (recorded). */
const eventsOfAttempt = 3;

/**
 * Waits that begin so short are made for what passes soon. Where they have grown beyond a week, nobody has reckoned them: who
 * means to try again for days begins with hours, or counts on the same wait each time.
 */
const [shortest, longest] = [60, 7 * 24 * 3600];

/** The Retriers of a scope in a Standard workflow whose attempts do not fit into one execution, or whose waits grow beyond reason. */
export function endlessAttempts(scope: Scope): readonly EndlessAttempts[] {
  return [...reachableStates(scope)].flatMap((task) => {
    if (!(task instanceof TaskState)) return [];
    return task.retry.flatMap((retrier): EndlessAttempts[] => {
      const schedule = retryScheduleOf(retrier);
      if (!schedule || !Number.isInteger(schedule.attempts)) return [];
      const { attempts } = schedule;
      const isFull = attempts * eventsOfAttempt > mostEvents;
      const all = schedule.averageSeconds();
      const waits = { first: schedule.seconds(1), last: all - schedule.averageSeconds(attempts - 1), all };
      const isGrown = waits.first <= shortest && waits.last > longest;
      if (!isFull && !isGrown && all <= standardSeconds) return [];
      const untilFull = schedule.averageSeconds(Math.floor(mostEvents / eventsOfAttempt));
      const limit = isFull && untilFull <= standardSeconds ? 'events' : all > standardSeconds ? 'time' : 'growth';
      return [{ task, retrier, attempts, limit, waits }];
    });
  });
}
