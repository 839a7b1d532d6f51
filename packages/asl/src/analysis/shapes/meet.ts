import {
  absent,
  array,
  memberOfObject,
  object,
  scalarAmong,
  valuesOf,
  type ArrayShape,
  type DataShape,
  type Member,
  type ObjectShape,
  type Rest,
  type ScalarShape,
} from './data-shape';
import { joinAll } from './join';
import { partsOf, type Part } from './parts';

/** A shape that holds the values which both have, maybe more. */
export const meet = (left: DataShape, right: DataShape): DataShape => meetShapes(left, right, false);

/**
 * What a contract says of a result together with what the API's model says. Where they contradict each other it is as the
 * contract has it: the model may be older than the API.
 */
export const refine = (contract: DataShape, model: DataShape): DataShape => meetShapes(contract, model, true);

function meetShapes(left: DataShape, right: DataShape, isLeading: boolean): DataShape {
  if (left.kind === 'unknown' || left === right) return right;
  if (right.kind === 'unknown' || left.kind === 'never') return left;
  const parts = partsOf(left).flatMap((one): DataShape[] => {
    const other = partsOf(right).find((candidate) => isAlike(one, candidate));
    const met = other && meetParts(one, other, isLeading);
    return met ? [met] : [];
  });
  const met = joinAll(parts);
  return met.kind === 'never' && isLeading ? left : met;
}

const isAlike = (left: Part, right: Part): boolean =>
  left.kind === right.kind && (left.kind !== 'scalar' || right.kind !== 'scalar' || left.type === right.type);

/** Undefined where no value is of both. */
function meetParts(left: Part, right: Part, isLeading: boolean): Part | undefined {
  if (left.kind === 'object') return meetObjects(left, right as ObjectShape, isLeading);
  if (left.kind === 'array') return meetArrays(left, right as ArrayShape, isLeading);
  return meetScalars(left, right as ScalarShape, isLeading);
}

function meetScalars(left: ScalarShape, right: ScalarShape, isLeading: boolean): ScalarShape | undefined {
  const [ones, others] = [valuesOf(left), valuesOf(right)];
  const both = ones && others ? ones.filter((value) => others.includes(value)) : (ones ?? others);
  if (both?.length === 0) return isLeading ? left : undefined;
  const by = left.by ?? right.by;
  const isCount = left.isCount ?? right.isCount;
  return { ...scalarAmong(left.type, both), ...(isCount && { isCount }), ...(by !== undefined && { by }) };
}

const order: readonly Rest[] = ['closed', 'modelled', 'open'];

function meetObjects(left: ObjectShape, right: ObjectShape, isLeading: boolean): ObjectShape | undefined {
  const members = new Map<string, Member>();
  for (const name of new Set([...left.members.keys(), ...right.members.keys()])) {
    const own = left.members.get(name);
    const other = memberOfObject(right, name);
    const met =
      isLeading && own && other.presence === 'absent'
        ? own
        : meetMembers(own ?? memberOfObject(left, name), other, isLeading);
    if (!met) return undefined;
    members.set(name, met);
  }
  const isTighter = order.indexOf(left.rest) <= order.indexOf(right.rest);
  const closing = isTighter ? left : right;
  return object(members, closing.rest, closing.origin ?? left.origin ?? right.origin);
}

/** Undefined where the member would have to be there and cannot. */
function meetMembers(left: Member, right: Member, isLeading: boolean): Member | undefined {
  const isSure = left.presence === 'sure' || right.presence === 'sure';
  if (left.presence === 'absent' || right.presence === 'absent') return isSure ? undefined : absent;
  const shape = meetShapes(left.shape, right.shape, isLeading);
  if (shape.kind === 'never') return isSure ? undefined : absent;
  if (isSure) return { shape, presence: 'sure' };
  const isOptional = left.isOptional ?? right.isOptional;
  return { shape, presence: 'possible', ...(isOptional && { isOptional }) };
}

function meetArrays(left: ArrayShape, right: ArrayShape, isLeading: boolean): ArrayShape | undefined {
  const item = meetShapes(left.item, right.item, isLeading);
  const by = left.by ?? right.by;
  const count = left.items?.length ?? right.items?.length;
  if (left.items && right.items && left.items.length !== right.items.length) return isLeading ? left : undefined;
  const at = (shape: ArrayShape, index: number): DataShape => shape.items?.[index] ?? shape.item;
  const items =
    count === undefined
      ? undefined
      : Array.from({ length: count }, (_, index) => meetShapes(at(left, index), at(right, index), isLeading));
  if (items?.some(({ kind }) => kind === 'never')) return isLeading ? left : undefined;
  return { ...array(items ? joinAll(items) : item, items), ...(by !== undefined && { by }) };
}
