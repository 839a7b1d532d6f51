import { never, unknown, type DataShape } from './data-shape';
import { joinAll } from './join';
import { partsOf } from './parts';
import type { PathStart } from './plain-path';
import { readSegments, type PathReading } from './read-path';

/** Reads as JSONata does: a name behind an array is looked up in each of its elements, and what is no array is its own first. */
export function readAsJsonata(segments: PathStart['segments'], root: DataShape): PathReading {
  let reading: PathReading = { shape: root, missing: 'no' };
  let isSequence = false;
  for (const [at, segment] of segments.entries()) {
    const { shape } = reading;
    if (shape.kind === 'unknown' && !shape.lacks) return { shape: unknown, missing: 'possible' };
    const isList = isArray(shape);
    const items = isList && segment.kind === 'name' ? itemsOf(shape) : undefined;
    if (items) isSequence = true;
    else if (isList === (segment.kind === 'name') || isList === undefined)
      return { shape: unknown, missing: 'possible' };
    if (isSequence && segment.kind !== 'name') return { shape: unknown, missing: 'possible' };
    const step = readSegments([segment], items ?? shape);
    const missing = step.missing === 'no' ? reading.missing : step.missing;
    reading = { shape: step.shape, missing, ...(step.gap && { gap: { ...step.gap, at } }) };
    if (missing === 'sure') return reading;
  }
  // What is found in several elements may be one value or many.
  return isSequence ? { shape: unknown, missing: 'possible' } : reading;
}

/** What the elements of arrays are, where that is known and they are no arrays themselves. */
function itemsOf(shape: DataShape): DataShape | undefined {
  const items = joinAll(partsOf(shape).map((part) => (part.kind === 'array' ? part.item : never)));
  return items.kind === 'never' || items.kind === 'unknown' || isArray(items) !== false ? undefined : items;
}

/** Undefined where it may be one. */
function isArray(shape: DataShape): boolean | undefined {
  if (shape.kind === 'unknown') return false;
  const parts = partsOf(shape);
  if (parts.every(({ kind }) => kind !== 'array')) return false;
  return parts.every(({ kind }) => kind === 'array') ? true : undefined;
}
