import type { DataShape } from './data-shape';
import { distanceOf } from './distance';
import { join } from './join';
import { sameEntries, sameShape } from './same-shape';
import type { World } from './world';

/** More ways than that are not told apart. */
const maxWorlds = 8;

/**
 * The possibilities with one more; the same list if that brings nothing new. Data that is possible in another world is
 * kept apart as well: what surely fails on one way is worth knowing, although on another anything may be there.
 */
export function withWorld(worlds: readonly World[], added: World, limit = maxWorlds): readonly World[] {
  if (added.input.kind === 'never' || worlds.some((world) => isSame(world, added))) return worlds;
  const all = [...worlds, added];
  if (all.length <= limit) return all;
  const [one, other] = mostAlike(all);
  const joined = joinWorlds(one, other);
  if (other === added && isSame(joined, one)) return worlds;
  return all.filter((world) => world !== other).map((world) => (world === one ? joined : world));
}

/** The two worlds that lose least when they are taken together, in their order; the newest ones, so that rounds of a loop meet. */
function mostAlike(worlds: readonly World[]): readonly [World, World] {
  let [closest, least]: [readonly [World, World], number] = [[worlds[0]!, worlds[1]!], Infinity];
  for (const [index, one] of worlds.entries()) {
    for (const other of worlds.slice(index + 1)) {
      const distance = distanceOf(one, other, least);
      if (distance <= least) [closest, least] = [[one, other], distance];
    }
  }
  return closest;
}

/** All possibilities as one. */
export const joinedWorlds = (worlds: readonly World[]): readonly World[] =>
  worlds.length > 1 ? [worlds.reduce((joined, world) => joinWorlds(joined, world))] : worlds;

function joinWorlds(left: World, right: World): World {
  const variables = new Map<string, DataShape>();
  for (const [name, shape] of left.variables) {
    const other = right.variables.get(name);
    if (other) variables.set(name, join(shape, other));
  }
  return { input: join(left.input, right.input), variables, trail: left.trail, around: left.around };
}

const isSame = (left: World, right: World): boolean =>
  sameEntries(left.variables, right.variables, sameShape) && sameShape(left.input, right.input);
