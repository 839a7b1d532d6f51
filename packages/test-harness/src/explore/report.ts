import type { ExploredCase } from './cases';
import type { Break, Explorer } from './explorer';
import type { Reach } from './reach';
import type { WorstCase } from '@stepproof/asl';
import { describeTarget, type Target } from './targets';
import { whyUnreached } from './why-unreached';
import { slownessOf } from './worst-case';

/** How many there are, and how many have been reached. */
export interface ReachCount {
  readonly reached: number;
  readonly total: number;
}

/** A way or a state that no run has come to, and why as far as it is known. */
export interface UnreachedTarget {
  readonly kind: Target['kind'];
  /** `"Refund" -> "Alert"`. */
  readonly target: string;
  readonly reason: string | undefined;
}

/** What an exploration has found out. */
export interface ExplorationReport {
  readonly name: string;
  readonly runs: number;
  /** The same seed makes the same exploration. */
  readonly seed: number;
  /** Of real time. */
  readonly seconds: number;
  readonly states: ReachCount;
  /** Ways from one state to another. */
  readonly transitions: ReachCount;
  /** Rules of Choices, and their Defaults. */
  readonly choiceRules: ReachCount;
  readonly catchers: ReachCount;
  readonly retriers: ReachCount;
  readonly unreached: readonly UnreachedTarget[];
  readonly breaks: readonly Break[];
  /** The most that an execution can take and call. */
  readonly worstCase: WorstCase;
  /** How the machine may still wait when its execution is ended; undefined when it does not. */
  readonly slowness: string | undefined;
  /** Scenarios that together go everywhere the exploration has been. */
  readonly cases: readonly ExploredCase[];
}

interface Circumstances {
  readonly name: string;
  readonly seed: number;
  readonly seconds: number;
  readonly worstCase: WorstCase;
  readonly cases: readonly ExploredCase[];
}

export function reportOf(
  { runs, breaks }: Explorer,
  reach: Reach,
  { name, seed, seconds, worstCase, cases }: Circumstances,
): ExplorationReport {
  const unreached = new Set(reach.unreached);
  const failing = new Map(
    breaks.flatMap(({ state, trial }) => (state === undefined ? [] : [[state, trial?.execution.error ?? ''] as const])),
  );
  const count = (isCounted: (target: Target) => boolean): ReachCount => {
    const targets = reach.targets.filter(isCounted);
    return { total: targets.length, reached: targets.filter((target) => !unreached.has(target)).length };
  };
  const ofKind =
    (...kinds: readonly Target['kind'][]) =>
    ({ kind }: Target): boolean =>
      kinds.includes(kind);
  return {
    name,
    runs,
    seed,
    seconds,
    states: count(ofKind('state')),
    transitions: count(({ to }) => to !== undefined),
    choiceRules: count(ofKind('rule', 'default')),
    catchers: count(ofKind('catcher')),
    retriers: count(ofKind('retrier')),
    unreached: reach.unreached.map((target) => ({
      kind: target.kind,
      target: describeTarget(target),
      reason: whyUnreached(target, unreached, failing),
    })),
    breaks,
    worstCase,
    slowness: slownessOf(worstCase),
    cases,
  };
}
