import type { ReferencePath } from '../../expressions';
import { array, memberOfObject, never, object, sure, withMember, type DataShape } from './data-shape';
import { join, joinAll } from './join';
import { partsOf, type Part } from './parts';

type Segment = ReferencePath['segments'][number];

const empty = object([]);

/** What a ResultPath makes of the input and a value; `never` where it cannot be placed, which fails the state. */
export function placeShape(segments: readonly Segment[], target: DataShape, value: DataShape): DataShape {
  const [segment, ...below] = segments;
  if (!segment) return value;
  return joinAll(partsOf(target).map((part) => placeInPart(part, segment, below, value)));
}

/** Whether there may be a place for a value: whether `placeShape` would give more than `never`. */
export function hasPlace([segment, ...below]: readonly Segment[], target: DataShape): boolean {
  if (!segment || target.kind === 'unknown') return true;
  return partsOf(target).some((part) => {
    if (segment.kind === 'name') {
      if (part.kind !== 'object') return false;
      const { shape, presence } = memberOfObject(part, segment.name);
      return (presence !== 'absent' && hasPlace(below, shape)) || (presence !== 'sure' && hasPlace(below, empty));
    }
    if (part.kind !== 'array') return false;
    const item = part.items?.[segment.index];
    return !part.items || (item !== undefined && hasPlace(below, item));
  });
}

function placeInPart(part: Part, segment: Segment, below: readonly Segment[], value: DataShape): DataShape {
  if (segment.kind === 'name') {
    if (part.kind !== 'object') return never;
    const { shape, presence } = memberOfObject(part, segment.name);
    const placed = presence === 'absent' ? never : placeShape(below, shape, value);
    const created = presence === 'sure' ? never : placeShape(below, empty, value);
    const member = join(placed, created);
    if (member.kind === 'never') return never;
    return withMember(part, segment.name, sure(member));
  }
  if (part.kind !== 'array') return never;
  const { index } = segment;
  if (!part.items) return array(join(part.item, placeShape(below, part.item, value)));
  const item = part.items[index];
  const placed = item ? placeShape(below, item, value) : never;
  if (placed.kind === 'never') return never;
  const items = part.items.with(index, placed);
  return array(joinAll(items), items);
}
