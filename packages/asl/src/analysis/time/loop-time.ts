import { WaitState } from '../../syntax';
import { leastOfRound, mostEvents, type CountedLoop } from '../events';
import { visitTime } from './visit-time';

/** The seconds that pass at least in each round of the loop that counts, with all rounds of a loop inside. */
export function secondsOfRound(loop: CountedLoop): number {
  const { inner } = loop;
  const further = inner ? (inner.rounds - 1) * secondsOfRound(inner) : 0;
  return leastOfRound(loop, (state) => visitTime(state).least) + further;
}

/**
 * Whether a time limit may end the loop before the history is full. How long its calls take is not known, so one of twice the
 * time that its Waits take until then comes later.
 */
export function mayEndBefore(loop: CountedLoop, most: number): boolean {
  const waits = loop.states.filter((state) => state instanceof WaitState);
  if (!waits.length) return false;
  const isKnown = waits.every((state) => visitTime(state).most < Infinity);
  return !isKnown || most <= (2 * secondsOfRound(loop) * mostEvents) / loop.events;
}
