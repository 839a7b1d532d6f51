import type { ValueKind } from '../../expressions';
import type { Json } from '../../text/located';
import { commonValues, everyValue, includesValue, valuesBy, type Intervals } from './intervals';
import { numberOrder } from './numbers';
import type { Signs } from './sign';
import {
  commonStrings,
  everyString,
  includesString,
  isPlainlyInhabited,
  naturalStrings,
  noString,
  onlyString,
  type Strings,
} from './strings';

/** How long an array may be, both ends included; undefined for no array at all. */
export type Lengths = readonly [min: number, max: number] | undefined;

/** A set of values that a place in the data may hold, kind by kind. Of objects it only says whether there may be one. */
export interface Domain {
  /** Whether there may be nothing at the place. */
  readonly absent: boolean;
  readonly null: boolean;
  readonly booleans: readonly boolean[];
  readonly numbers: Intervals<number>;
  readonly strings: Strings;
  readonly arrays: Lengths;
  readonly objects: boolean;
}

export const nothing: Domain = {
  absent: false,
  null: false,
  booleans: [],
  numbers: [],
  strings: noString,
  arrays: undefined,
  objects: false,
};

/** Any value that there is. */
export const present: Domain = {
  absent: false,
  null: true,
  booleans: [true, false],
  numbers: everyValue(numberOrder),
  strings: everyString,
  arrays: [0, Infinity],
  objects: true,
};

export const absent: Domain = { ...nothing, absent: true };
export const anything: Domain = { ...present, absent: true };
export const anyObject: Domain = { ...nothing, objects: true };

export const arraysOf = (min: number, max = Infinity): Domain => ({ ...nothing, arrays: [min, max] });
export const numbersBy = (signs: Signs, bound: number): Intervals<number> => valuesBy(numberOrder, signs, bound);

const everyValueOf: Readonly<Record<ValueKind, Domain>> = {
  array: arraysOf(0),
  boolean: { ...nothing, booleans: present.booleans },
  null: { ...nothing, null: true },
  number: { ...nothing, numbers: present.numbers },
  object: anyObject,
  string: { ...nothing, strings: everyString },
};

/** All values of a kind. */
export const valuesOf = (kind: ValueKind): Domain => everyValueOf[kind];

/** That value and no other; of objects all, and of arrays all of that length. */
export function only(value: Json): Domain {
  switch (typeof value) {
    case 'string':
      return { ...nothing, strings: onlyString(value) };
    case 'number':
      return { ...nothing, numbers: numbersBy([0], value) };
    case 'boolean':
      return { ...nothing, booleans: [value] };
    default:
      return value === null
        ? valuesOf('null')
        : Array.isArray(value)
          ? arraysOf(value.length, value.length)
          : anyObject;
  }
}

export const common = (left: Domain, right: Domain): Domain => ({
  absent: left.absent && right.absent,
  null: left.null && right.null,
  booleans:
    left.booleans === right.booleans ? left.booleans : left.booleans.filter((value) => right.booleans.includes(value)),
  numbers: left.numbers === right.numbers ? left.numbers : commonValues(left.numbers, right.numbers),
  strings: left.strings === right.strings ? left.strings : commonStrings(left.strings, right.strings),
  arrays: commonLengths(left.arrays, right.arrays),
  objects: left.objects && right.objects,
});

function commonLengths(left: Lengths, right: Lengths): Lengths {
  if (!left || !right) return undefined;
  const [min, max] = [Math.max(left[0], right[0]), Math.min(left[1], right[1])];
  return min <= max ? [min, max] : undefined;
}

/** Whether there is nothing in the domain: `unsure` where only strings are left that nobody could find or rule out. */
export function emptiness(domain: Domain): 'empty' | 'inhabited' | 'unsure' {
  const { absent, null: hasNull, booleans, numbers, strings, arrays, objects } = domain;
  if (absent || hasNull || booleans.length > 0 || numbers.length > 0 || arrays || objects) return 'inhabited';
  if (isPlainlyInhabited(strings)) return 'inhabited';
  const { texts, isComplete } = naturalStrings(strings);
  return texts.length > 0 ? 'inhabited' : isComplete ? 'empty' : 'unsure';
}

/** Whether the value, undefined for none, is in the domain. */
export function includes(domain: Domain, value: Json | undefined): boolean {
  switch (typeof value) {
    case 'undefined':
      return domain.absent;
    case 'string':
      return includesString(domain.strings, value);
    case 'number':
      return includesValue(domain.numbers, value);
    case 'boolean':
      return domain.booleans.includes(value);
    default:
      if (value === null) return domain.null;
      if (!Array.isArray(value)) return domain.objects;
      return domain.arrays !== undefined && domain.arrays[0] <= value.length && value.length <= domain.arrays[1];
  }
}

/** Whether all values of a kind are in the domain. */
export function holdsAll(domain: Domain, kind: ValueKind): boolean {
  switch (kind) {
    case 'null':
      return domain.null;
    case 'object':
      return domain.objects;
    case 'boolean':
      return domain.booleans.length === present.booleans.length;
    case 'number':
      return domain.numbers === present.numbers;
    case 'string':
      return domain.strings === everyString;
    case 'array':
      return domain.arrays?.[0] === 0 && domain.arrays[1] === Infinity;
  }
}

/** All values of some kinds. */
export const domainOfKinds = (kinds: readonly ValueKind[]): Domain => ({
  absent: false,
  null: kinds.includes('null'),
  booleans: kinds.includes('boolean') ? present.booleans : [],
  numbers: kinds.includes('number') ? present.numbers : [],
  strings: kinds.includes('string') ? present.strings : noString,
  arrays: kinds.includes('array') ? present.arrays : undefined,
  objects: kinds.includes('object'),
});
