import { GrownMap } from './grown-map';
import type { DataShape, Lack, Member, ScalarShape } from './data-shape';

/** Whether two shapes are written alike. Shapes are shared, so most comparisons end at once. */
export function sameShape(left: DataShape, right: DataShape): boolean {
  if (left === right) return true;
  switch (left.kind) {
    case 'scalar':
      return (
        right.kind === 'scalar' &&
        left.type === right.type &&
        left.value === right.value &&
        left.leastBytes === right.leastBytes &&
        sameValues(left.among, right.among) &&
        left.words === right.words &&
        left.status === right.status &&
        left.isCount === right.isCount &&
        sameTests(left.tested, right.tested) &&
        left.isModelled === right.isModelled &&
        left.by === right.by &&
        left.caught === right.caught
      );
    case 'object':
      return (
        right.kind === 'object' &&
        left.rest === right.rest &&
        left.origin === right.origin &&
        sameOther(left.other, right.other) &&
        left.size === right.size &&
        sameEntries(left.members, right.members, sameMember)
      );
    case 'array':
      return (
        right.kind === 'array' &&
        left.size === right.size &&
        left.count === right.count &&
        left.isModelled === right.isModelled &&
        left.by === right.by &&
        sameShape(left.item, right.item) &&
        sameList(left.items, right.items)
      );
    case 'union':
      return right.kind === 'union' && sameList(left.of, right.of);
    case 'api':
      return right.kind === 'api' && left.shape === right.shape && left.origin === right.origin;
    case 'unknown':
      return right.kind === 'unknown' && left.isParsed === right.isParsed && sameLacks(left.lacks, right.lacks);
    case 'never':
      return right.kind === 'never';
  }
}

function sameLacks(left: readonly Lack[] = [], right: readonly Lack[] = []): boolean {
  const same = (one: Lack, other: Lack): boolean =>
    one.origin === other.origin && one.names.join('\n') === other.names.join('\n');
  return left.length === right.length && left.every((one) => right.some((other) => same(one, other)));
}

/** In any order. */
const sameValues = (left: ScalarShape['among'], right: ScalarShape['among']): boolean =>
  left === right || (left?.length === right?.length && left!.every((value) => right!.includes(value)));

function sameTests(left: ScalarShape['tested'], right: ScalarShape['tested']): boolean {
  if (!left || !right) return left === right;
  return left.size === right.size && [...left].every(([key, { holds }]) => right.get(key)?.holds === holds);
}

/** Whether two maps have the same keys, and the same at each. */
export function sameEntries<V>(
  left: ReadonlyMap<string, V>,
  right: ReadonlyMap<string, V>,
  same: (left: V, right: V) => boolean,
): boolean {
  if (left === right) return true;
  if (left.size !== right.size) return false;
  for (const key of GrownMap.keysApart(left, right)) {
    const [one, other] = [left.get(key), right.get(key)];
    if (one === undefined || other === undefined || !(one === other || same(one, other))) return false;
  }
  return true;
}

const sameOther = (left: DataShape | undefined, right: DataShape | undefined): boolean =>
  left && right ? sameShape(left, right) : left === right;

const sameMember = (left: Member, right: Member): boolean =>
  right.presence === left.presence && right.isOptional === left.isOptional && sameShape(left.shape, right.shape);

function sameList(left: readonly DataShape[] | undefined, right: readonly DataShape[] | undefined): boolean {
  if (!left || !right) return left === right;
  return left.length === right.length && left.every((shape, index) => sameShape(shape, right[index]!));
}
