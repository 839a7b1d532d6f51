import type { Environment, Retrier } from '@stepproof/asl';
import { errorMatches } from './error-matches';
import type { StateFailure } from './state-failure';

interface RetryPolicy {
  readonly errorEquals: readonly string[];
  readonly interval: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelay: number;
  readonly hasJitter: boolean;
}

/** How often each Retrier has been used since the state was entered. */
export class RetryCounts {
  readonly #counts: number[] = [];
  readonly #before: number;

  /** TestState says how often a Retrier has been used before the one attempt that it makes. */
  constructor(before = 0) {
    this.#before = before;
  }

  of(index: number): number {
    return this.#counts[index] ?? this.#before;
  }

  add(index: number): void {
    this.#counts[index] = this.of(index) + 1;
  }
}

/** What the Retriers say to a failure. */
export interface RetryDecision {
  /** The position of the Retrier that matches. */
  readonly index: number;
  /** Seconds until the next attempt; undefined when the attempts of the Retrier are used up. */
  readonly delay: number | undefined;
}

/**
 * The Retriers of a state. Each counts its own attempts for as long as the state is not left; a Retrier that is used up
 * hands the error to Catch, without asking the ones after it:
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export class Retriers {
  readonly #policies: readonly RetryPolicy[];

  constructor(retriers: readonly Retrier[]) {
    this.#policies = retriers.map((retrier) => ({
      errorEquals: retrier.errorEquals,
      interval: (retrier.IntervalSeconds as number | undefined) ?? 1,
      maxAttempts: (retrier.MaxAttempts as number | undefined) ?? 3,
      backoffRate: (retrier.BackoffRate as number | undefined) ?? 2,
      maxDelay: (retrier.MaxDelaySeconds as number | undefined) ?? Infinity,
      hasJitter: retrier.JitterStrategy === 'FULL',
    }));
  }

  /** Undefined when none matches. */
  decide(failure: StateFailure, counts: RetryCounts, environment: Environment): RetryDecision | undefined {
    const index = this.#policies.findIndex(({ errorEquals }) =>
      errorEquals.some((name) => errorMatches(name, failure)),
    );
    const policy = this.#policies[index];
    if (!policy) return undefined;
    const used = counts.of(index);
    if (used >= policy.maxAttempts) return { index, delay: undefined };
    const delay = Math.min(policy.interval * policy.backoffRate ** used, policy.maxDelay);
    return { index, delay: policy.hasJitter ? environment.random() * delay : delay };
  }
}
