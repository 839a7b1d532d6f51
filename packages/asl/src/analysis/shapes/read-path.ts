import { isDefinite, type JsonPath, type PathSegment, type ReferencePath } from '../../expressions';
import { array, lacking, memberOfObject, never, object, unknown, type DataShape, type Lack } from './data-shape';
import { join, joinAll } from './join';
import { partsOf, type Part } from './parts';

/** Where a path comes to an end too early. */
export interface Gap {
  /** How many segments of the path lead to something. */
  readonly at: number;
  /** What they lead to, which has nothing for the next segment. */
  readonly holder: Part;
  /** Known from the model of an API only. */
  readonly isModelled: boolean;
  /** There may be something, which would be odd. */
  readonly isSupposed?: true;
  /** The names of the whole path (none if it has an index), where a contract says that what is missing may be: it is optional. */
  readonly optional?: readonly string[];
}

/** What reading a path gives: `shape` where there is something, and whether there surely, possibly or never is nothing. */
export interface PathReading {
  readonly shape: DataShape;
  readonly missing: 'no' | 'possible' | 'sure';
  /** One of the values that are found, where JSONata may find one or many; then the shape is unknown. */
  readonly element?: DataShape;
  /** Where it ends, if it may be missing; of an indefinite path, if it has no matches. */
  readonly gap?: Gap;
}

/** An indefinite path gives the array of its matches and never fails, even where the model of a result has none for it. */
export function readPath(path: JsonPath | ReferencePath, root: DataShape): PathReading {
  if (isDefinite(path)) return readSegments(path.segments, root);
  const gap = gapOfMatches(path.segments, root);
  return { shape: array(unknown), missing: 'no', ...(gap && { gap }) };
}

/** Where an indefinite path comes to an end too early for all its matches. */
function gapOfMatches(segments: readonly PathSegment[], root: DataShape): Gap | undefined {
  let shape: DataShape = root;
  let inObject: Gap | undefined;
  for (const [at, { kind }] of segments.entries()) {
    const step = isOfMany(kind) ? readMany(kind, shape, at) : readSegment(segments, shape, at);
    if (!step) return undefined;
    if (step.missing === 'sure') return step.gap && withWildcard(step.gap, inObject);
    if (kind === 'wildcard') inObject ??= gapOfWildcard(shape, at);
    shape = step.shape;
  }
  return undefined;
}

/** A wildcard that takes the values of an object's members one by one, where a list is meant. */
function gapOfWildcard(from: DataShape, at: number): Gap | undefined {
  const objects = partsOf(from).filter(({ kind }) => kind === 'object');
  const [holder] = objects;
  return holder && { at, holder, isModelled: objects.some(isModelled) };
}

/** What members of a modelled object are is known from the model only; where they are no objects, the wildcard is to blame. */
function withWildcard(gap: Gap, inObject: Gap | undefined): Gap {
  const known = { ...gap, isModelled: gap.isModelled || inObject?.isModelled === true };
  return inObject && gap.holder.kind !== 'object' ? { ...inObject, isModelled: known.isModelled } : known;
}

type Many = 'wildcard' | 'slice' | 'filter';

const isOfMany = (kind: PathSegment['kind']): kind is Many =>
  kind === 'wildcard' || kind === 'slice' || kind === 'filter';

/** What such a segment matches as one shape; undefined where that may be anything. */
function readMany(kind: Many, from: DataShape, at: number): PathReading | undefined {
  if (from.kind === 'unknown') return undefined;
  const parts = partsOf(from);
  const matches = parts.map((part) => matchesIn(part, kind));
  if (matches.includes(unknown)) return undefined;
  const found = matches.filter((match) => match !== undefined);
  if (found.length) return { shape: joinAll(found), missing: 'possible' };
  const [holder] = parts;
  return holder && { shape: never, missing: 'sure', gap: { at, holder, isModelled: isModelled(holder) } };
}

/** Undefined for a part that the segment matches nothing of; an empty array has what is never there. */
function matchesIn(part: Part, kind: Many): DataShape | undefined {
  if (part.kind === 'array') return part.item;
  if (part.kind === 'scalar') return undefined;
  // Jayway asks an object itself, and has no slices of it.
  if (kind !== 'wildcard' || part.rest === 'open') return unknown;
  return joinAll([...part.members.values()].map(({ shape }) => shape));
}

const isModelled = (part: Part): boolean =>
  part.kind === 'object' ? part.rest === 'modelled' : part.isModelled === true;

export function readSegments(segments: readonly PathSegment[], root: DataShape): PathReading {
  let reading: PathReading = { shape: root, missing: 'no' };
  for (const at of segments.keys()) {
    const step = readSegment(segments, reading.shape, at);
    if (!step) return { shape: unknown, missing: reading.missing, ...(reading.gap && { gap: reading.gap }) };
    const missing = step.missing === 'no' ? reading.missing : step.missing;
    const gap = step.gap?.optional && !reading.gap?.optional ? step.gap : (reading.gap ?? step.gap);
    reading = { shape: step.shape, missing, ...(gap && { gap }) };
    if (step.missing === 'sure') return { ...reading, ...(step.gap && { gap: step.gap }) };
  }
  return reading;
}

/** Undefined for segments of which nothing is said. */
function readSegment(segments: readonly PathSegment[], from: DataShape, at: number): PathReading | undefined {
  const segment = segments[at]!;
  if (segment.kind !== 'name' && segment.kind !== 'index') return undefined;
  if (segment.kind === 'index' && segment.index < 0) return undefined;
  if (from.kind === 'unknown') {
    const lacks = (from.lacks ?? []).filter(({ names }) => segment.kind === 'name' && segment.name === names[0]);
    const lack = lacks.find(({ names }) => names.length === 1);
    if (lack?.isSupposed) return { shape: unknown, missing: 'possible', gap: { ...gapIn(lack, at), isSupposed: true } };
    if (lack) return { shape: never, missing: 'sure', gap: gapIn(lack, at) };
    const below = lacks.map(({ names, ...lack }) => ({ ...lack, names: names.slice(1) }));
    return { shape: below.length ? lacking(...below) : unknown, missing: 'possible' };
  }
  if (from.kind === 'never') return { shape: never, missing: 'no' };
  let shape: DataShape = never;
  let gap: Gap | undefined;
  let isModelled = false;
  let isFound = false;
  for (const part of partsOf(from)) {
    const found = segment.kind === 'name' ? memberOfPart(part, segment.name) : elementOfPart(part, segment.index);
    if (found.missing !== 'sure') {
      isFound = true;
      shape = join(shape, found.shape);
    }
    if (found.missing === 'no') continue;
    if (found.isOptional && !gap?.optional) gap = { at, holder: part, isModelled: false, optional: namesIn(segments) };
    gap ??= { at, holder: part, isModelled: false };
    isModelled ||= found.isModelled;
  }
  if (!gap) return { shape, missing: 'no' };
  return { shape, missing: isFound ? 'possible' : 'sure', gap: { ...gap, isModelled } };
}

const gapIn = ({ origin }: Lack, at: number): Gap =>
  origin === undefined
    ? { at, holder: object([], 'open'), isModelled: false }
    : { at, holder: object([], 'modelled', origin), isModelled: true };

interface Found {
  readonly shape: DataShape;
  readonly missing: PathReading['missing'];
  readonly isModelled: boolean;
  readonly isOptional?: true;
}

const nowhere = (isModelled: boolean): Found => ({ shape: never, missing: 'sure', isModelled });

function memberOfPart(part: Part, name: string): Found {
  if (part.kind === 'scalar' && part.type === 'null' && part.by !== undefined)
    return { ...nowhere(false), isOptional: true };
  if (part.kind !== 'object') return nowhere(part.isModelled === true);
  const { shape, presence, isOptional } = memberOfObject(part, name);
  if (presence === 'absent') return nowhere(part.rest === 'modelled' && !part.members.has(name));
  return {
    shape,
    missing: presence === 'sure' ? 'no' : 'possible',
    isModelled: false,
    ...(isOptional && { isOptional }),
  };
}

function elementOfPart(part: Part, index: number): Found {
  if (part.kind !== 'array') return nowhere(isModelled(part));
  const { items, item } = part;
  if (!items) return { shape: item, missing: 'possible', isModelled: false };
  return index < items.length ? { shape: items[index]!, missing: 'no', isModelled: false } : nowhere(false);
}

/** None for a path with an index, from which nothing is concluded. */
const namesIn = (segments: readonly PathSegment[]): readonly string[] =>
  segments.every((segment) => segment.kind === 'name') ? segments.map(({ name }) => name) : [];
