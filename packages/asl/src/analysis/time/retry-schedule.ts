import type { Retrier } from '../../syntax';

/** The numbers of a Retrier, as a definition has them; what is left out has the default of the States Language. */
export interface RetryPolicy {
  /** Seconds before the first retry. Default: 1. */
  readonly IntervalSeconds?: number;
  /** How often it tries again. Default: 3. */
  readonly MaxAttempts?: number;
  /** What each delay is multiplied by for the next one. Default: 2. */
  readonly BackoffRate?: number;
  /** Seconds that no delay exceeds. Default: no such limit. */
  readonly MaxDelaySeconds?: number;
  /** With FULL, each delay is a random one between 0 and what it would be without. Default: NONE. */
  readonly JitterStrategy?: string;
}

/** The waits of one Retrier. */
export interface RetrySchedule {
  /** How often it tries again. */
  readonly attempts: number;
  /** Seconds that each of the first `count` retries (default: all) waits for at most; without jitter, just that. */
  delays(count?: number): readonly number[];
  /** Seconds that the first `count` waits (default: all) take together at most; without jitter they take just that. */
  seconds(count?: number): number;
  /** What they take on average: with full jitter half of that, for each wait may be as short as nothing. */
  averageSeconds(count?: number): number;
  readonly hasJitter: boolean;
}

const defaults = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, MaxDelaySeconds: Infinity } as const;

/** The least value that makes sense of each number, and the States Language allows. */
const least = { IntervalSeconds: 0, MaxAttempts: 0, BackoffRate: 1, MaxDelaySeconds: 0 } as const;

type NumberName = keyof typeof defaults;

/**
 * When a Retrier tries again: `min(IntervalSeconds * BackoffRate ^ n, MaxDelaySeconds)` seconds after failure n, from 0.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 * @throws {RangeError} for what is no number, or less than the States Language allows
 */
export function retrySchedule(policy: RetryPolicy): RetrySchedule {
  const numberOf = (name: NumberName): number => {
    const value: unknown = policy[name] ?? defaults[name];
    if (typeof value === 'number' && value >= least[name]) return value;
    throw new RangeError(`"${name}" is ${JSON.stringify(value)}; give a number, ${least[name]} or greater`);
  };
  const interval = numberOf('IntervalSeconds');
  const attempts = numberOf('MaxAttempts');
  const rate = numberOf('BackoffRate');
  const cap = numberOf('MaxDelaySeconds');
  const hasJitter = policy.JitterStrategy === 'FULL';
  const seconds = (count = attempts): number => sumOfWaits(interval, rate, cap, Math.min(count, attempts));
  return {
    attempts,
    delays: (count = attempts) =>
      Array.from({ length: Math.min(count, attempts) }, (_, index) =>
        interval === 0 ? 0 : Math.min(interval * rate ** index, cap),
      ),
    seconds,
    averageSeconds: (count) => seconds(count) / (hasJitter ? 2 : 1),
    hasJitter,
  };
}

/** The schedule of a Retrier in a definition; undefined when a number is no number, or only known after deployment. */
export const retryScheduleOf = (retrier: Retrier): RetrySchedule | undefined => retrier.once(findSchedule);

function findSchedule(retrier: Retrier): RetrySchedule | undefined {
  const policy: Record<string, unknown> = {};
  for (const name of Object.keys(least) as NumberName[]) {
    const field = retrier.field(name);
    if (!field) continue;
    if (field.isUnknown || typeof field.json !== 'number' || field.json < least[name]) return undefined;
    policy[name] = field.json;
  }
  if (retrier.field('JitterStrategy')?.isUnknown) return undefined;
  return retrySchedule({ ...policy, JitterStrategy: retrier.JitterStrategy } as RetryPolicy);
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
