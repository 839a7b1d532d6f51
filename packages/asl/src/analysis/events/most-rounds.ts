import type { State } from '../../syntax';
import { loopsOf } from '../graph/loops';
import { countedLoopsOf } from './counted-loops';

/** How often a loop may be gone round; Infinity where nothing counts its rounds, or not those of a loop inside. */
export function mostRoundsOf(loop: readonly State[]): number {
  const scope = loop[0]!.parent;
  const counted = countedLoopsOf(scope).find(({ states }) => isSame(states, loop));
  if (!counted?.bound.isAlone) return Infinity;
  const uncounted = loopsOf(scope, (state) => loop.includes(state) && state !== counted.counting);
  return uncounted.length ? Infinity : counted.rounds;
}

const isSame = (states: readonly State[], loop: readonly State[]): boolean =>
  states.length === loop.length && loop.every((state) => states.includes(state));
