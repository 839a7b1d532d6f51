import { includesValue, type Intervals, type Order } from './intervals';

const words = new DataView(new ArrayBuffer(8));

/** The neighbour of a number among the finite binary64 values, `steps` places further on. */
function neighbour(value: number, steps: 1n | -1n): number {
  // Negative zero would be a place of its own.
  if (value === 0) return Number(steps) * Number.MIN_VALUE;
  words.setFloat64(0, value);
  words.setBigInt64(0, words.getBigInt64(0) + (value > 0 ? steps : -steps));
  return words.getFloat64(0) + 0;
}

/** The numbers of JSON as Step Functions compares them: the finite values of binary64. */
export const numberOrder: Order<number> = {
  min: -Number.MAX_VALUE,
  max: Number.MAX_VALUE,
  next: (value) => neighbour(value, 1n),
  previous: (value) => neighbour(value, -1n),
};

/** The bounds of intervals that somebody has written: others end with the numbers. */
export const writtenNumbers = (set: Intervals<number>): readonly number[] =>
  set.flat().filter((bound) => bound > numberOrder.min && bound < numberOrder.max);

const far = 1e300;

/** Numbers of the set, those first that a person would write; empty for the empty set. */
export function naturalNumbers(set: Intervals<number>): readonly number[] {
  const found = new Set<number>();
  const add = (value: number) => {
    if (includesValue(set, value)) found.add(value + 0);
  };
  // A bound that far out is none that a person has written.
  const [isBoundedBelow, isBoundedAbove] = [(low: number) => low > -far, (high: number) => high < far];
  if (!set.some(([low, high]) => isBoundedBelow(low) || isBoundedAbove(high))) add(1);
  for (const [low, high] of set.toReversed()) {
    if (isBoundedBelow(low)) add(Math.ceil(low));
    if (isBoundedAbove(high)) add(Math.floor(high));
  }
  for (const value of [1, 0, -1]) add(value);
  for (const [low, high] of set) {
    add(shortestBetween(low, high));
    add(low);
    add(high);
  }
  return [...found];
}

/** A number of few digits near the middle. */
function shortestBetween(low: number, high: number): number {
  // Half the sum would overflow where both are large.
  const middle = low / 2 + high / 2;
  for (let digits = 1; digits < 17; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (low <= short && short <= high) return short;
  }
  return middle;
}

/** The finite binary64 values by their places in ascending order: -1n is the greatest below zero. */
function numberAt(place: bigint): number {
  words.setBigInt64(0, place < 0n ? -place : place);
  const size = words.getFloat64(0);
  return place < 0n ? -size : size;
}

words.setFloat64(0, Number.MAX_VALUE);
const lastPlace = words.getBigInt64(0);

/** The least number of which something is true that is true of all greater ones; undefined if it is true of none. */
export function lowestNumber(isTrue: (value: number) => boolean): number | undefined {
  let [low, high] = [-lastPlace, lastPlace];
  if (!isTrue(numberAt(high))) return undefined;
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (isTrue(numberAt(middle))) high = middle;
    else low = middle + 1n;
  }
  return numberAt(low);
}
