import type { JsonPath, ReferencePath } from '../../expressions';
import {
  absent,
  lacking,
  memberOfObject,
  never,
  sure,
  union,
  withMember,
  type DataShape,
  type UnknownShape,
} from './data-shape';
import { partsOf, type Part } from './parts';

/** The names on the way of a path that consists of names only; undefined for others, which nothing is concluded from. */
export function namesOf(path: JsonPath | ReferencePath): readonly string[] | undefined {
  const names = path.segments.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));
  return names.length === path.segments.length ? names : undefined;
}

/** What remains of a shape when there is something at that place, and when that is what `leaf` leaves of it. */
export function narrowToPresent(
  shape: DataShape,
  names: readonly string[],
  leaf: (shape: DataShape) => DataShape = (same) => same,
): DataShape {
  const [name, ...below] = names;
  if (name === undefined) return leaf(shape);
  const parts = partsOf(shape).flatMap((part) => {
    if (part.kind !== 'object') return [];
    const member = memberOfObject(part, name);
    const narrowed = member.presence === 'absent' ? never : narrowToPresent(member.shape, below, leaf);
    if (narrowed === member.shape && member.presence === 'sure') return [part];
    return narrowed.kind === 'never' ? [] : [withMember(part, name, sure(narrowed))];
  });
  return union(parts);
}

/**
 * What remains of a shape when there is nothing at that place. JSONata looks a name up in the elements of an array, too: what may be
 * anything is known to lack the place then, whether it is an array or not.
 */
export function narrowToAbsent(
  shape: DataShape,
  names: readonly string[],
  language: 'JSONPath' | 'JSONata' = 'JSONPath',
): DataShape {
  const [name, ...below] = names;
  // A whole value is always there.
  if (name === undefined) return never;
  if (shape.kind === 'unknown' && language === 'JSONata') return withLack(shape, names);
  const parts = partsOf(shape).flatMap((part): Part[] => {
    if (part.kind !== 'object') return [part];
    const { shape: inside, presence } = memberOfObject(part, name);
    if (presence === 'absent') return [part];
    const narrowed = below.length ? narrowToAbsent(inside, below, language) : never;
    if (narrowed.kind !== 'never') return [withMember(part, name, { shape: narrowed, presence })];
    return presence === 'sure' ? [] : [withMember(part, name, absent)];
  });
  return union(parts);
}

/** More of them are not remembered. */
const maxLacks = 8;

function withLack({ lacks = [] }: UnknownShape, names: readonly string[]): DataShape {
  return lacks.length < maxLacks ? lacking(...lacks, { names }) : lacking(...lacks);
}

/** The parts of a shape that pass, each made another one of its kind; an unknown shape whose parts all stay as they are stays unknown. */
export function mapParts(shape: DataShape, passes: (part: Part) => boolean, map: (part: Part) => Part): DataShape {
  const parts = partsOf(shape);
  const kept = parts.filter(passes).map(map);
  return kept.length === parts.length && kept.every((part, index) => part === parts[index]) ? shape : union(kept);
}
