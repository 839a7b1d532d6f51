import type { Scope, State } from '../../syntax';
import { countedLoopsOf, type CountedLoop } from '../events';
import { earliestEntry } from './time-limit';
import { secondsOfRound } from './loop-time';
import { visitTime } from './visit-time';

/** A loop whose counter comes to its bound only when the execution has been ended. */
export interface LateLoop extends CountedLoop {
  /** The first of its states, in the order of the text, that takes any time. */
  readonly slow: State;
  /** What each round that counts takes at least, in seconds. */
  readonly seconds: number;
  /** When its counting can begin at the earliest, in seconds after the execution has begun. */
  readonly entry: number;
  /** What passes between the first time that is counted and the last at least, in seconds. */
  readonly total: number;
}

/** The counted loops of a scope that cannot be gone round as often as they may in that time; once they all can. */
export function lateLoopsOf(scope: Scope, most: number): readonly LateLoop[] {
  return countedLoopsOf(scope).flatMap((loop) => {
    const slow = loop.states.find((state) => visitTime(state).least > 0);
    const entry = earliestEntry(loop.counting);
    const seconds = secondsOfRound(loop);
    const total = seconds * (loop.rounds - 1);
    if (!slow || entry === undefined || entry + seconds > most || entry + total <= most) return [];
    return [{ ...loop, seconds, slow, entry, total }];
  });
}
