import { Catcher, type AslNode } from '../../syntax';
import type { DataShape } from './data-shape';
import { GrownMap } from './grown-map';
import type { World } from './world';

/** More than any number of members. */
const far = 1_000_000;

/**
 * How much is lost when two worlds are taken together: the members and variables that only one of them has. All is lost
 * where one has no members at all; and a failure that is told of in another place than others is one to know of, because
 * the states behind look for it where the others put it. Not counted to the end when it is surely more than the limit.
 */
export function distanceOf(left: World, right: World, limit: number): number {
  const entries = entryOf(left) === entryOf(right) ? 0 : far;
  const variables = countApart(left.variables, right.variables, () => false, limit - entries);
  return entries + variables + distanceOfShapes(left.input, right.input, limit - entries - variables);
}

/** What a Catch does with the error output; nothing for the other ways. */
function entryOf({ trail }: World): string {
  const node = trail?.transition.node;
  return node instanceof Catcher ? node.once(placingOf) : '';
}

const placingOf = (catcher: AslNode): string =>
  JSON.stringify(['ResultPath', 'Output', 'Assign'].map((name) => catcher.field(name)?.json ?? name));

function distanceOfShapes(left: DataShape, right: DataShape, limit: number): number {
  if (left.kind !== 'object' || right.kind !== 'object') return left.kind === right.kind ? 0 : far;
  return countApart(left.members, right.members, (one, other) => one.presence !== other.presence, limit);
}

/** How many names are in one of two maps only, or stand for what is apart. */
function countApart<V>(
  left: ReadonlyMap<string, V>,
  right: ReadonlyMap<string, V>,
  isApart: (one: V, other: V) => boolean,
  limit: number,
): number {
  const least = Math.abs(left.size - right.size);
  if (left === right || least > limit) return least;
  let onlyLeft = 0;
  let different = 0;
  for (const name of GrownMap.keysApart(left, right)) {
    const [one, other] = [left.get(name), right.get(name)];
    if (other === undefined) onlyLeft++;
    else if (one !== undefined && isApart(one, other)) different++;
  }
  const onlyRight = right.size - (left.size - onlyLeft);
  return onlyLeft + onlyRight + different;
}
