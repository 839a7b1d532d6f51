import { ofAnyOrigin } from './api-data-shape';
import {
  array,
  memberOfObject,
  never,
  object,
  scalarAmong,
  union,
  unknown,
  valuesOf,
  type ArrayShape,
  type DataShape,
  type Member,
  type ObjectShape,
  type Rest,
  type ScalarShape,
} from './data-shape';
import { partsOf, type Part } from './parts';
import { sameShape } from './same-shape';

/** Models of APIs contain themselves, and a few of them are large: two that differ are compared to that depth only. */
const maxLevel = 3;

/** A shape that holds the values of both: the least one, but for the models of APIs. */
export function join(left: DataShape, right: DataShape, level = 0): DataShape {
  if (left === right || right.kind === 'never') return left;
  if (left.kind === 'never') return right;
  if (left.kind === 'unknown' || right.kind === 'unknown') return unknown;
  if (sameShape(left, right)) return left;
  if (left.kind === 'api' && right.kind === 'api' && left.shape === right.shape) return ofAnyOrigin(left);
  if (level > maxLevel && (left.kind === 'api' || right.kind === 'api')) return unknown;
  const joined: Part[] = [...partsOf(left)];
  for (const part of partsOf(right)) {
    const index = joined.findIndex((other) => isAlike(other, part));
    if (index < 0) joined.push(part);
    else joined[index] = joinParts(joined[index]!, part, level + 1);
  }
  return union(joined);
}

export const joinAll = (shapes: Iterable<DataShape>): DataShape =>
  [...shapes].reduce((joined, shape) => join(joined, shape), never);

const isAlike = (left: Part, right: Part): boolean =>
  left.kind === right.kind && (left.kind !== 'scalar' || right.kind !== 'scalar' || left.type === right.type);

function joinParts(left: Part, right: Part, level: number): Part {
  if (left.kind === 'object' && right.kind === 'object') return joinObjects(left, right, level);
  if (left.kind === 'array' && right.kind === 'array') return joinArrays(left, right, level);
  return joinScalars(left as ScalarShape, right as ScalarShape);
}

function joinScalars(left: ScalarShape, right: ScalarShape): ScalarShape {
  const { type } = left;
  const isModelled = left.isModelled ?? right.isModelled;
  const leastBytes = left.leastBytes && right.leastBytes && Math.min(left.leastBytes, right.leastBytes);
  const known = {
    ...(leastBytes && { leastBytes }),
    ...(isModelled && { isModelled }),
    ...(left.by !== undefined && left.by === right.by && { by: left.by }),
  };
  const [ones, others] = [valuesOf(left), valuesOf(right)];
  const joined = scalarAmong(type, ones && others && [...ones, ...others]);
  const tested = [...(left.tested ?? [])].filter(([key, { holds }]) => right.tested?.get(key)?.holds === holds);
  const staysCount = !valuesOf(joined) && isCount(left) && isCount(right);
  return {
    ...joined,
    ...(tested.length > 0 && { tested: new Map(tested) }),
    ...(staysCount && { isCount: true }),
    ...known,
  };
}

const isCount = (shape: ScalarShape): boolean =>
  shape.isCount ?? valuesOf(shape)?.every((value) => Number.isInteger(value) && (value as number) >= 0) ?? false;

const order: readonly Rest[] = ['closed', 'modelled', 'open'];

function joinObjects(left: ObjectShape, right: ObjectShape, level: number): ObjectShape {
  const rest = order[Math.max(order.indexOf(left.rest), order.indexOf(right.rest))]!;
  const other = joinOthers(left, right, level);
  const members = new Map<string, Member>();
  for (const name of new Set([...left.members.keys(), ...right.members.keys()])) {
    const member = joinMembers(memberOfObject(left, name), memberOfObject(right, name), level);
    const isAnything =
      rest === 'open' &&
      !other &&
      member.presence === 'possible' &&
      member.shape.kind === 'unknown' &&
      !member.isOptional;
    if (!isAnything) members.set(name, member);
  }
  const joined = object(members, rest, left.origin === right.origin ? left.origin : undefined);
  return other ? { ...joined, other } : joined;
}

/** What the members are that neither lists; of one that has no others there is nothing to say. */
function joinOthers(left: ObjectShape, right: ObjectShape, level: number): DataShape | undefined {
  if (left.rest !== 'open') return right.other;
  if (right.rest !== 'open') return left.other;
  return left.other && right.other && join(left.other, right.other, level);
}

const joinMembers = (left: Member, right: Member, level: number): Member => ({
  shape: join(left.shape, right.shape, level),
  presence: left.presence === right.presence ? left.presence : 'possible',
  // What is optional in one of several alternatives may be there whenever somebody reads it.
  ...(left.isOptional && right.isOptional && { isOptional: true }),
});

function joinArrays(left: ArrayShape, right: ArrayShape, level: number): ArrayShape {
  const item = join(left.item, right.item, level);
  const [ones, others] = [left.items ?? [], right.items ?? []];
  const isSameLength = left.items !== undefined && right.items !== undefined && ones.length === others.length;
  const joined = array(item, isSameLength ? ones.map((one, index) => join(one, others[index]!, level)) : undefined);
  const isModelled = left.isModelled ?? right.isModelled;
  const isByContract = left.by !== undefined && left.by === right.by;
  return { ...joined, ...(isModelled && { isModelled }), ...(isByContract && { by: left.by }) };
}
