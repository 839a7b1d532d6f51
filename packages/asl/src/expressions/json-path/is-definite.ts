import type { JsonPath, PathSegment } from './ast';

/**
 * Whether the path yields one value (and fails where there is none) instead of an array of matches (empty where there
 * is none). As in Jayway: names together at the end, `['a','b']`, make one object, and a function makes one value of
 * whatever was matched.
 */
export function isDefinite(path: JsonPath): boolean {
  const last = path.segments.at(-1);
  if (last?.kind === 'function') return true;
  return path.segments.every((segment) => yieldsOne(segment, segment === last));
}

function yieldsOne(segment: PathSegment, isLast: boolean): boolean {
  return segment.kind === 'name' || segment.kind === 'index' || (segment.kind === 'names' && isLast);
}
