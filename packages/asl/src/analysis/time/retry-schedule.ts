import type { Retrier } from '../../syntax';

/** The waits of one Retrier, as far as the definition says them. */
export interface RetrySchedule {
  /** How often it tries again. */
  readonly attempts: number;
  /** Seconds that the first `count` waits take together at most; without jitter they take just that. */
  seconds(count: number): number;
  /** With full jitter every wait may be as short as nothing. */
  readonly hasJitter: boolean;
}

const defaults = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: Infinity };

/** Undefined when a number is only known after deployment. */
export function retryScheduleOf(retrier: Retrier): RetrySchedule | undefined {
  const numbers = Object.entries(defaults).map(([name, value]) => {
    const field = retrier.field(name);
    return field ? (field.isUnknown ? undefined : field.json) : value;
  });
  const [interval, attempts, rate, cap] = numbers;
  if (typeof interval !== 'number' || typeof attempts !== 'number') return undefined;
  if (typeof rate !== 'number' || typeof cap !== 'number' || rate < 1) return undefined;
  if (retrier.field('JitterStrategy')?.isUnknown) return undefined;
  return {
    attempts,
    seconds: (count) => sumOfWaits(interval, rate, cap, Math.min(count, attempts)),
    hasJitter: retrier.JitterStrategy === 'FULL',
  };
}

/** interval * rate^n for n = 0 .. count - 1, none of them above the cap: by formula, for there may be 99,999,999. */
function sumOfWaits(interval: number, rate: number, cap: number, count: number): number {
  if (interval <= 0 || count <= 0) return 0;
  if (interval >= cap) return cap * count;
  if (rate === 1) return interval * count;
  const growing = Math.min(count, Math.ceil(Math.log(cap / interval) / Math.log(rate)));
  const grown = (interval * (rate ** growing - 1)) / (rate - 1);
  return count > growing ? grown + cap * (count - growing) : grown;
}
