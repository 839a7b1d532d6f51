import type { ReferencePath } from '../reference-path/reference-path';
import type { JsonPath, PathSegment } from './ast';

/**
 * Whether the path yields one value (and fails where there is none) instead of an array of matches (empty where there
 * is none). As in Jayway: names together at the end, `['a','b']`, make one object; a function makes one value of each
 * match, except in `$..a.sum()`, where it gets all matches at once.
 */
export function isDefinite({ segments }: JsonPath | ReferencePath): boolean {
  const last: PathSegment | undefined = segments.at(-1);
  const first: PathSegment | undefined = segments[0];
  if (first?.kind === 'descendants' && last?.kind === 'function') return true;
  return segments.every((segment) => yieldsOne(segment, segment === last));
}

/** Whether a segment has at most one match in a value. */
export function yieldsOne({ kind }: PathSegment, isLast: boolean): boolean {
  return kind === 'name' || kind === 'index' || kind === 'function' || (kind === 'names' && isLast);
}
