import {
  ChoiceState,
  FailState,
  MapState,
  ParallelState,
  PassState,
  SucceedState,
  TaskState,
  WaitState,
  type RecoverableState,
  type State,
} from '../../syntax';
import { itemCountOf, mostItemsAtOnce } from '../shapes/item-count';
import { numberIn } from './number-in';
import { retryScheduleOf } from './retry-schedule';
import { scopeTimes } from './scope-times';

/** How long something takes, in seconds of virtual time; `most` may be Infinity. */
export interface TimeBounds {
  readonly least: number;
  readonly most: number;
}

const none: TimeBounds = { least: 0, most: 0 };
const unknown: TimeBounds = { least: 0, most: Infinity };

/**
 * The time from entering a state to leaving it with success (`least`) and in any way (`most`), its retries included. To
 * leave it by a failure may take no time at all.
 */
export function visitTime(state: State): TimeBounds {
  if (state instanceof WaitState) return ofWait(state);
  if (state instanceof TaskState) return withRetries(state, { least: 0, most: longestAttempt(state) });
  if (state instanceof ParallelState) return withRetries(state, ofParallel(state));
  if (state instanceof MapState) return withRetries(state, ofMap(state));
  const takesNone = [PassState, ChoiceState, SucceedState, FailState].some((kind) => state instanceof kind);
  return takesNone ? none : unknown;
}

function ofWait(state: WaitState): TimeBounds {
  const seconds = numberIn(state, 'Seconds');
  return seconds === undefined ? unknown : { least: seconds, most: seconds };
}

/** What AWS lets a call take that has no TimeoutSeconds. */
const longestCalls: ReadonlyMap<string, number> = new Map([
  ['lambda', 900],
  ['lambda:invoke', 900],
  ['http:invoke', 60],
]);

/** One attempt. The clock of an activity starts when a worker has taken the task, which may take for ever. */
export function longestAttempt(task: TaskState): number {
  const { resource } = task;
  if (resource.kind === 'activity') return Infinity;
  const timeout = numberIn(task, 'TimeoutSeconds') ?? Infinity;
  const answersItself = !('pattern' in resource) || resource.pattern === 'request-response';
  const call =
    'service' in resource && resource.kind !== 'aws-sdk' ? `${resource.service}:${resource.action}` : resource.kind;
  return Math.min(timeout, (answersItself && longestCalls.get(call)) || Infinity);
}

function withRetries(state: RecoverableState, attempt: TimeBounds): TimeBounds {
  const retries = retriesOf(state);
  return { least: attempt.least, most: retries ? inAllAttempts(attempt.most, retries) + retries.delays : Infinity };
}

export interface Retries {
  /** How often a state tries again at most. */
  readonly attempts: number;
  /** The seconds that it waits before, in all. */
  readonly delays: number;
}

/** What the first attempt and all retries come to together; nothing stays nothing, however often it may be tried. */
export const inAllAttempts = (one: number, { attempts }: Retries): number => (one === 0 ? 0 : one * (1 + attempts));

/** Undefined when only known later. */
export function retriesOf(state: RecoverableState): Retries | undefined {
  const retry = state.field('Retry');
  if (!retry) return { attempts: 0, delays: 0 };
  const isKnown = retry.value.kind === 'array' && !state.retry.some(({ hasUnknownFields }) => hasUnknownFields);
  const schedules = state.retry.map(retryScheduleOf);
  if (!isKnown || schedules.includes(undefined)) return undefined;
  // Each Retrier has attempts of its own, and errors may come in any order.
  return {
    attempts: schedules.reduce((sum, schedule) => sum + schedule!.attempts, 0),
    delays: schedules.reduce((sum, schedule) => sum + schedule!.seconds(), 0),
  };
}

/** All branches must end; the longest decides. */
function ofParallel(state: ParallelState): TimeBounds {
  if (!hasKnownBranches(state)) return unknown;
  const times = state.branches.map(scopeTimes);
  return {
    least: Math.max(0, ...times.map(({ leastSuccess }) => leastSuccess)),
    most: Math.max(0, ...times.map(({ most }) => most)),
  };
}

export const hasKnownBranches = (state: ParallelState): boolean =>
  state.field('Branches')?.value.kind === 'array' && !state.branches.some(({ hasUnknownFields }) => hasUnknownFields);

/** The items that are known run so many at a time; of others there may be none, or any number. */
function ofMap(map: MapState): TimeBounds {
  const { mode, itemProcessor } = map;
  if (!itemProcessor || mode !== 'INLINE') return unknown;
  const { leastSuccess, most } = scopeTimes(itemProcessor);
  if (most === 0) return none;
  const rounds = leastSuccess > 0 ? leastRoundsOf(map) : 0;
  return rounds ? { least: rounds * leastSuccess, most: Infinity } : unknown;
}

/** How often items begin, one after the other at least. */
function leastRoundsOf(map: MapState): number {
  const items = itemCountOf(map);
  if (!items) return 0;
  const field = map.field('MaxConcurrency') ?? map.field('MaxConcurrencyPath');
  const written = field ? numberIn(map, 'MaxConcurrency') : 0;
  // Zero is as many as possible; what is known only later may be that, too.
  const atOnce =
    written !== undefined && written > 0 ? Math.min(written, mostItemsAtOnce.INLINE) : mostItemsAtOnce.INLINE;
  return Math.ceil(items / atOnce);
}
