import { nothing, type Domain } from '../domain';
import { commonValues, type Intervals } from '../intervals';
import { lowestNumber, numberOrder } from '../numbers';

/** A function of numbers that never falls, or never rises; what it makes of them may be rounded, or be infinite. */
export interface Monotone {
  readonly rises: boolean;
  readonly of: (value: number) => number;
}

/** The numbers for which the function is in a set. Rounding and all: the function itself is asked. */
export function preimage({ rises, of }: Monotone, numbers: Intervals<number>): Intervals<number> {
  const height = (value: number) => (rises ? of(value) : -of(value));
  const found = numbers.flatMap(([low, high]): Intervals<number> => {
    const [least, most] = rises ? [low, high] : [-high, -low];
    const first = lowestNumber((value) => height(value) >= least);
    const beyond = lowestNumber((value) => height(value) > most);
    if (first === undefined) return [];
    const last =
      beyond === undefined ? numberOrder.max : beyond > numberOrder.min ? numberOrder.previous(beyond) : undefined;
    return last !== undefined && first <= last ? [[first, last]] : [];
  });
  return rises ? found : found.toReversed();
}

/** The numbers for which the function is finite, and those for which it is not. */
export function finiteParts(monotone: Monotone): { readonly finite: Domain; readonly infinite: readonly Domain[] } {
  const finite = preimage(monotone, [[numberOrder.min, numberOrder.max]]);
  const [low, high] = [finite[0]?.[0], finite.at(-1)?.[1]];
  const { min, max } = numberOrder;
  const outside: Intervals<number> =
    low === undefined || high === undefined
      ? [[min, max]]
      : [
          ...(low > min ? ([[min, numberOrder.previous(low)]] as const) : []),
          ...(high < max ? ([[numberOrder.next(high), max]] as const) : []),
        ];
  const of = (numbers: Intervals<number>): Domain => ({ ...nothing, numbers });
  return { finite: of(finite), infinite: outside.length > 0 ? [of(outside)] : [] };
}

/** The numbers of a set that are not below a bound. */
export const from = (numbers: Intervals<number>, bound: number): Intervals<number> =>
  commonValues(numbers, [[bound, numberOrder.max]]);
