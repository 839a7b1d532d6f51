import type { State } from '../../syntax';
import { loopsOf } from '../graph/loops';
import { lacking, type DataShape } from './data-shape';

export const narrowedPrefix = 'already "';

/**
 * What a field hands on of data that may be anything, all of what follows: it hardly has the same place once more. In a loop it may,
 * which goes down a list that way.
 */
export function narrowed(
  shape: DataShape,
  names: readonly string[],
  path: string,
  by: string,
  state: State,
): DataShape {
  if (shape.kind !== 'unknown' || !names.length || ofTrees.test(names.at(-1)!) || isInLoop(state)) return shape;
  const origin = `${narrowedPrefix}${path}", by the "${by}" of "${state.name}"`;
  return lacking(...(shape.lacks ?? []), { names, origin, isSupposed: true });
}

/** Data that may have the same inside: lists and trees, and envelopes of envelopes. */
const ofTrees = /^(data|next|node|parent|child|children|left|right)$/i;

const isInLoop = (state: State): boolean => loopsOf(state.parent).some((loop) => loop.includes(state));
