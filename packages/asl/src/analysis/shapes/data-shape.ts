import type { Shape } from '../../services';
import type { Catcher } from '../../syntax';
import type { Json } from '../../text/located';
import { GrownMap } from './grown-map';

/**
 * What is known of the data at one place of a workflow: a set of JSON values that holds all that can be there, maybe more.
 * `unknown` is all values, `never` is none: nothing comes here.
 */
export type DataShape =
  UnknownShape | { readonly kind: 'never' } | ScalarShape | ObjectShape | ArrayShape | ApiDataShape | UnionShape;

export interface UnknownShape {
  readonly kind: 'unknown';
  /** What whatever it is does not have. */
  readonly lacks?: readonly Lack[];
  /** What a text of JSON stood for: it has been read. */
  readonly isParsed?: true;
}

/** Names, each looked up in what the one before has led to, that lead to nothing. */
export interface Lack {
  readonly names: readonly string[];
  /** What it is that hardly has such a member; undefined where a Choice has shown that there is none. */
  readonly origin?: string;
  /** It would be odd if it had, but could be: nothing is concluded from that. */
  readonly isSupposed?: true;
}

export interface ScalarShape {
  readonly kind: 'scalar';
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  /** The only value, where it is known. */
  readonly value?: Json;
  /** The few values that it is one of, where there is more than one. */
  readonly among?: readonly Json[];
  /** Of a text that is too long to be kept as a value: the bytes that it has at least as JSON text. */
  readonly leastBytes?: number;
  /** A number of things: whole, and not below zero. */
  readonly isCount?: true;
  /** The words that an API is known to give. */
  readonly words?: readonly string[];
  /** The status of a response, which only one that is no failure has: with another one the Task fails. */
  readonly status?: StatusRange;
  /** What the tests of Choices have shown of a value that is not known, by operator and operand. */
  readonly tested?: ReadonlyMap<string, Tested>;
  /** Taken from the model of an API, which AWS may have changed since. */
  readonly isModelled?: true;
  /** What messages call the contract that says so. */
  readonly by?: string;
  /** The Catcher that the name of an error comes from, where it may be one of many. */
  readonly caught?: Catcher;
}

export interface StatusRange {
  readonly least: number;
  readonly greatest: number;
  /** Where other statuses are found, for messages. */
  readonly others: string;
}

/** A comparison with a literal, and whether it holds. */
export interface Tested {
  readonly operator: string;
  readonly literal: Json;
  readonly holds: boolean;
}

/** `absent`: surely not there. */
export type Presence = 'sure' | 'possible' | 'absent';

export interface Member {
  readonly shape: DataShape;
  readonly presence: Presence;
  /** A contract says that it may be missing: somebody will leave it out. Of what is merely not known nobody says so. */
  readonly isOptional?: true;
}

/** Whether there may be members that are not listed. `modelled`: none in the model of an API, which may have become more. */
export type Rest = 'closed' | 'modelled' | 'open';

export interface ObjectShape extends Measured {
  readonly kind: 'object';
  readonly members: ReadonlyMap<string, Member>;
  readonly rest: Rest;
  /** What members that are not listed are, where there may be any; undefined for anything. */
  readonly other?: DataShape;
  /** What made the object, for messages: `the Result of "Format"`. */
  readonly origin?: string;
}

export interface ArrayShape extends Measured {
  readonly kind: 'array';
  /** What each element is. */
  readonly item: DataShape;
  /** The elements one by one, where their number is known. */
  readonly items?: readonly DataShape[];
  /** Their number, where they are too many to be kept. */
  readonly count?: number;
  readonly isModelled?: true;
  /** What messages call the contract that says so. */
  readonly by?: string;
}

/** A structure, list or map of an API's model, which may contain itself: what it holds is made when it is looked into. */
export interface ApiDataShape {
  readonly kind: 'api';
  readonly shape: Shape;
  readonly origin: string | undefined;
  /** What is there beside the members of the model. */
  readonly more: readonly (readonly [string, Member])[];
  /**
   * One level of it. Members are only possibly there, also those that the model calls required: nothing is concluded from
   * their being there.
   */
  readonly expanded: DataShape;
}

/** One of several: at most one object, one array and one shape of each type of scalar. */
export interface UnionShape extends Measured {
  readonly kind: 'union';
  readonly of: readonly (ScalarShape | ObjectShape | ArrayShape)[];
}

interface Measured {
  readonly depth: number;
  readonly size: number;
}

export const unknown: UnknownShape = { kind: 'unknown' };
/** Anything but what has something there. */
export const lacking = (...lacks: readonly Lack[]): UnknownShape => ({ kind: 'unknown', lacks });
export const parsedJson: UnknownShape = { kind: 'unknown', isParsed: true };
export const never: DataShape = { kind: 'never' };

export const scalar = (type: ScalarShape['type'], value?: Json): ScalarShape =>
  value === undefined ? { kind: 'scalar', type } : { kind: 'scalar', type, value };

/** More values than that are not told apart. */
const maxValues = 12;

/** The values of a type that may be there, or any of it where they are too many or none is given. */
export function scalarAmong(type: ScalarShape['type'], values: readonly Json[] | undefined): ScalarShape {
  const different = [...new Set(values)];
  if (different.length === 1) return scalar(type, different[0]);
  return different.length && different.length <= maxValues
    ? { kind: 'scalar', type, among: different }
    : { kind: 'scalar', type };
}

/** The values that a scalar may have, where they are known. */
export const valuesOf = ({ value, among }: ScalarShape): readonly Json[] | undefined =>
  value === undefined ? among : [value];

export const string = scalar('string');
export const number = scalar('number');
export const count: ScalarShape = { kind: 'scalar', type: 'number', isCount: true };
export const boolean = scalar('boolean');
export const nothing = scalar('null', null);

/** Loops that wrap their data once more each time must come to an end: what is deeper or larger is unknown. */
const maxDepth = 12;
const maxSize = 1500;

const depthOf = (shape: DataShape): number => ('depth' in shape ? shape.depth : 0);
/** Of how many parts it consists. */
export const sizeOf = (shape: DataShape): number => ('size' in shape ? shape.size : 1);

/** Makes an object; a member that would make it too deep or too large is of unknown shape. */
export function object(
  members: Iterable<readonly [string, Member]>,
  rest: Rest = 'closed',
  origin?: string,
): ObjectShape {
  const kept = new Map<string, Member>();
  let [depth, size] = [1, 1];
  for (const [name, given] of members) {
    const { shape } = given;
    const fits = depthOf(shape) < maxDepth && size + sizeOf(shape) <= maxSize;
    const member = fits ? shape : unknown;
    kept.set(name, fits ? given : { ...given, shape: unknown });
    depth = Math.max(depth, depthOf(member) + 1);
    size += sizeOf(member);
  }
  // Names cannot be left out: then they would seem to be absent. So the object is given up as a whole.
  if (kept.size > maxSize) return { kind: 'object', members: new Map(), rest: 'open', depth: 1, size: 1 };
  return { kind: 'object', members: kept, rest, depth, size, ...(origin !== undefined && { origin }) };
}

/** The object with that member in place of the one of that name; of unknown shape where that would make it too large. */
export function withMember(holder: ObjectShape, name: string, given: Member): ObjectShape {
  const before = holder.members.get(name);
  const others = holder.size - (before ? sizeOf(before.shape) : 0);
  const fits = others + sizeOf(given.shape) <= maxSize && depthOf(given.shape) < maxDepth;
  const member = fits ? given : { ...given, shape: unknown };
  const members = GrownMap.of(holder.members, [[name, member]]);
  if (members.size > maxSize) return object(members, holder.rest, holder.origin);
  const depth = Math.max(holder.depth, depthOf(member.shape) + 1);
  return { ...holder, members, size: others + sizeOf(member.shape), depth };
}

export const sure = (shape: DataShape): Member => ({ shape, presence: 'sure' });
export const possible = (shape: DataShape): Member => ({ shape, presence: 'possible' });
export const optional = (shape: DataShape): Member => ({ shape, presence: 'possible', isOptional: true });
export const absent: Member = { shape: never, presence: 'absent' };

export function array(item: DataShape, items?: readonly DataShape[]): ArrayShape {
  const fits = (shape: DataShape, all: number): boolean => depthOf(shape) < maxDepth && all <= maxSize;
  const total = items?.reduce((sum, one) => sum + sizeOf(one), 1) ?? 1;
  const [kept, keptItems] = [
    fits(item, sizeOf(item)) ? item : unknown,
    items?.every((one) => fits(one, total)) ? items : undefined,
  ];
  const inside = [kept, ...(keptItems ?? [])];
  return {
    kind: 'array',
    item: kept,
    ...(keptItems ? { items: keptItems } : items && { count: items.length }),
    depth: Math.max(...inside.map(depthOf)) + 1,
    size: inside.reduce((sum, one) => sum + sizeOf(one), 1),
  };
}

/** How many elements it has; undefined where that is not known. */
export const lengthOf = ({ items, count }: ArrayShape): number | undefined => items?.length ?? count;

/** Of parts that differ in kind or type; `join` makes one of any others. */
export function union(of: UnionShape['of']): DataShape {
  if (of.length === 0) return never;
  if (of.length === 1) return of[0]!;
  return {
    kind: 'union',
    of,
    depth: Math.max(...of.map(depthOf)),
    size: of.reduce((sum, one) => sum + sizeOf(one), 0),
  };
}

/** What the object has under that name, listed or not. */
export function memberOfObject({ members, rest, other = unknown }: ObjectShape, name: string): Member {
  return members.get(name) ?? (rest === 'open' ? possible(other) : absent);
}
