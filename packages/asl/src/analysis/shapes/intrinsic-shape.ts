import { intrinsicFunctions, type IntrinsicArgument, type IntrinsicCall, type JsonPath } from '../../expressions';
import { parameterAt } from '../../expressions/intrinsic/problems';
import {
  array,
  count,
  memberOfObject,
  never,
  number,
  object,
  scalar,
  string,
  unknown,
  withMember,
  type DataShape,
  type Member,
} from './data-shape';
import { joinAll } from './join';
import { partsOf } from './parts';
import { shapeOfKind } from './shape-of-kind';
import { typeOf } from './value-type';

type ReadPath = (path: JsonPath) => DataShape;

/** What a call gives back. Its paths are read on the way, from left to right. */
export function shapeOfIntrinsic(call: IntrinsicCall, readPath: ReadPath): DataShape {
  const values = call.arguments.map((argument) => shapeOfArgument(argument, readPath));
  if (!values.every((value, index) => isTaken(value, call, index))) return never;
  const element = elementOf(call, values);
  if (element) return readPath(element);
  return results[call.name]?.(values) ?? shapeOfKind(intrinsicFunctions.get(call.name)?.returns);
}

/** Whether a function may take a value: one of another type fails the state. */
function isTaken(value: DataShape, { name }: IntrinsicCall, index: number): boolean {
  const definition = intrinsicFunctions.get(name);
  const kinds = definition && parameterAt(definition, index)?.kinds;
  return !kinds || partsOf(value).some((part) => kinds.includes(typeOf(part)));
}

/** What `States.ArrayGetItem` reads of a list whose elements are known one by one, as a path. */
function elementOf(
  { name, start, end, arguments: [list, position] }: IntrinsicCall,
  [shape]: readonly DataShape[],
): JsonPath | undefined {
  if (name !== 'States.ArrayGetItem' || list?.kind !== 'path' || position?.kind !== 'number') return undefined;
  const index = position.value;
  if (shape?.kind !== 'array' || !shape.items || !Number.isInteger(index)) return undefined;
  const segment = { kind: 'index', index, start: position.start, end: position.end } as const;
  return { ...list, start, end, text: `${list.text}[${index}]`, segments: [...list.segments, segment] };
}

function shapeOfArgument(argument: IntrinsicArgument, readPath: ReadPath): DataShape {
  switch (argument.kind) {
    case 'call':
      return shapeOfIntrinsic(argument, readPath);
    case 'path':
      return readPath(argument);
    case 'placeholder':
      return unknown;
    default:
      return scalar(argument.kind, argument.value);
  }
}

const itemOf = (shape: DataShape | undefined): DataShape => (shape?.kind === 'array' ? shape.item : unknown);

/** The functions of which more is known than the kind of their result. */
const results: Readonly<Record<string, (values: readonly DataShape[]) => DataShape>> = {
  'States.Array': (values) => array(joinAll(values), values),
  'States.ArrayLength': () => count,
  'States.ArrayGetItem': ([items]) => itemOf(items),
  'States.ArrayPartition': ([items]) => array(array(itemOf(items))),
  'States.ArrayRange': rangeShape,
  'States.ArrayUnique': ([items]) => array(itemOf(items)),
  'States.JsonMerge': ([first, second]) => mergeShapes(first, second),
  'States.StringSplit': () => array(string),
};

/** The numbers of a range whose ends and step are written out; a call makes at most 1,000. */
function rangeShape(bounds: readonly DataShape[]): DataShape {
  const [first, last, step] = bounds.map((shape) => (shape.kind === 'scalar' ? shape.value : undefined));
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number' || step === 0)
    return array(number);
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > 1000) return array(number);
  return array(
    number,
    Array.from({ length }, () => number),
  );
}

/** With more, to go through all members costs less than to put them in one by one. */
const fewMembers = 4;

/**
 * One object of the members of both, of which those of the second count. What the first is need not be known: an object, or
 * there is no result. Where the second may lack a member, one of the first is in its place; that something of which nothing is
 * known has one of that name is not assumed.
 */
export function mergeShapes(under: DataShape | undefined, second: DataShape | undefined): DataShape {
  const first = under?.kind === 'object' ? under : object([], 'open');
  if (second?.kind !== 'object') return object([], 'open');
  const merged = (name: string): Member => {
    const [below, above] = [memberOfObject(first, name), memberOfObject(second, name)];
    if (above.presence === 'sure') return above;
    if (above.presence === 'absent') return below;
    if (!first.members.has(name) && first.rest === 'open' && !first.other) return above;
    return { shape: joinAll([below.shape, above.shape]), presence: below.presence === 'sure' ? 'sure' : 'possible' };
  };
  // A member or two are put into an object over and over, from state to state: the others stay as they are.
  if (second.rest === 'closed' && second.members.size <= fewMembers && !first.other) {
    return [...second.members.keys()].reduce((holder, name) => withMember(holder, name, merged(name)), first);
  }
  const names = new Set([...first.members.keys(), ...second.members.keys()]);
  const members = [...names].map((name) => [name, merged(name)] as const);
  const isClosed = first.rest === 'closed' && second.rest === 'closed';
  return object(members, isClosed ? 'closed' : 'open', first.origin);
}
