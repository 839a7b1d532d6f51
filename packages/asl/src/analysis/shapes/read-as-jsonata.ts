import { never, unknown, type DataShape } from './data-shape';
import type { Evaluated } from './evaluated';
import { joinAll } from './join';
import { partsOf } from './parts';
import type { PathStart } from './plain-path';
import { readSegments, type PathReading } from './read-path';

/** What a path finds; the shape is that of one of the values that are found, where it is a sequence of them. */
export interface JsonataReading extends PathReading {
  readonly isSequence: boolean;
}

/** Reads as JSONata does: a name behind an array is looked up in each of its elements, and what is no array is its own first. */
export function readAsJsonata(segments: PathStart['segments'], root: DataShape): JsonataReading {
  let reading: PathReading = { shape: root, missing: 'no' };
  let isSequence = false;
  for (const [at, segment] of segments.entries()) {
    const { shape } = reading;
    const supposed = reading.gap?.isSupposed ? { gap: reading.gap } : {};
    const nothingKnown = { shape: unknown, missing: 'possible', isSequence, ...supposed } as const;
    if (shape.kind === 'unknown' && !shape.lacks) return nothingKnown;
    const isList = isArray(shape);
    const items = isList && segment.kind === 'name' ? itemsOf(shape) : undefined;
    if (items) isSequence = true;
    else if (isList === (segment.kind === 'name') || isList === undefined) return nothingKnown;
    if (isSequence && segment.kind !== 'name') return nothingKnown;
    const step = readSegments([segment], items ?? shape);
    const missing = step.missing === 'no' ? reading.missing : step.missing;
    reading = { shape: step.shape, missing, ...(step.gap && { gap: { ...step.gap, at } }) };
    if (missing === 'sure') break;
  }
  return { ...reading, isSequence };
}

/** What is found in several elements may be one value or many. */
export const valueOf = ({ shape, missing, isSequence }: JsonataReading): Evaluated =>
  isSequence && missing !== 'sure'
    ? { shape: unknown, missing: 'possible', element: elementOf(shape) }
    : { shape, missing };

/** What the elements of arrays are, where that is known and they are no arrays themselves. */
function itemsOf(shape: DataShape): DataShape | undefined {
  const items = joinAll(partsOf(shape).map((part) => (part.kind === 'array' ? part.item : never)));
  return items.kind === 'never' || items.kind === 'unknown' || isArray(items) !== false ? undefined : items;
}

/** One of the values that the steps behind go over: the elements of an array, or what is none itself. */
export function elementOf(shape: DataShape): DataShape {
  const isList = isArray(shape);
  if (isList === undefined) return unknown;
  return isList ? (itemsOf(shape) ?? unknown) : shape;
}

/** Undefined where it may be one. */
function isArray(shape: DataShape): boolean | undefined {
  if (shape.kind === 'unknown') return false;
  const parts = partsOf(shape);
  if (parts.every(({ kind }) => kind !== 'array')) return false;
  return parts.every(({ kind }) => kind === 'array') ? true : undefined;
}
