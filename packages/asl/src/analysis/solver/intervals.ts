import { signOf, type Signs } from './sign';

/** A finite, discrete order: every value but the last has a next one. */
export interface Order<T> {
  readonly min: T;
  readonly max: T;
  next(value: T): T;
  previous(value: T): T;
}

/** A set of values as closed intervals, ascending and apart from each other. */
export type Intervals<T> = readonly (readonly [low: T, high: T])[];

export const everyValue = <T>({ min, max }: Order<T>): Intervals<T> => [[min, max]];

/** The values that lie to `bound` by one of the signs. The bound itself may be outside the order. */
export function valuesBy<T extends number | bigint>(order: Order<T>, signs: Signs, bound: T): Intervals<T> {
  const { min, max } = order;
  if (bound < min) return signs.includes(1) ? everyValue(order) : [];
  if (bound > max) return signs.includes(-1) ? everyValue(order) : [];
  const parts: (readonly [T, T])[] = [];
  if (signs.includes(-1) && bound > min) parts.push([min, order.previous(bound)]);
  if (signs.includes(0)) parts.push([bound, bound]);
  if (signs.includes(1) && bound < max) parts.push([order.next(bound), max]);
  return joined(order, parts);
}

/** Makes one interval of two between which there is nothing. */
function joined<T extends number | bigint>(order: Order<T>, parts: Intervals<T>): Intervals<T> {
  const result: (readonly [T, T])[] = [];
  for (const [low, high] of parts) {
    const last = result.at(-1);
    if (last && order.next(last[1]) === low) result[result.length - 1] = [last[0], high];
    else result.push([low, high]);
  }
  return result;
}

export function commonValues<T extends number | bigint>(left: Intervals<T>, right: Intervals<T>): Intervals<T> {
  const result: (readonly [T, T])[] = [];
  for (let first = 0, second = 0; first < left.length && second < right.length;) {
    const [lowLeft, highLeft] = left[first]!;
    const [lowRight, highRight] = right[second]!;
    const low = lowLeft > lowRight ? lowLeft : lowRight;
    const high = highLeft < highRight ? highLeft : highRight;
    if (low <= high) result.push([low, high]);
    if (highLeft < highRight) first++;
    else second++;
  }
  return result;
}

export const includesValue = <T extends number | bigint>(intervals: Intervals<T>, value: T): boolean =>
  intervals.some(([low, high]) => low <= value && value <= high);

/** The signs by which some value of the first set lies to some value of the second. */
export function signsBetween<T extends number | bigint>(left: Intervals<T>, right: Intervals<T>): Signs {
  if (left.length === 0 || right.length === 0) return [];
  const [leftLow, leftHigh] = [left[0]![0], left.at(-1)![1]];
  const [rightLow, rightHigh] = [right[0]![0], right.at(-1)![1]];
  const signs = new Set([signOf(compare(leftLow, rightHigh)), signOf(compare(leftHigh, rightLow))]);
  signs.delete(0);
  if (commonValues(left, right).length > 0) signs.add(0);
  return [...signs];
}

const compare = <T extends number | bigint>(left: T, right: T): number => (left < right ? -1 : left > right ? 1 : 0);
