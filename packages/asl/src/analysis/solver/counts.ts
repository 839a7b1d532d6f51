import type { Intervals } from './intervals';
import { numberOrder } from './numbers';

/** Above so many a number is not told from its neighbours: rules do not list them. */
const mostCounts = 100;

/** Zero, one and so on beyond the bounds that it is compared with, and from there on any number. */
export function countsUpTo(bounds: readonly number[]): Intervals<number> {
  const greatest = Math.ceil(Math.max(0, ...bounds)) + 1;
  const listed = greatest > mostCounts ? 0 : greatest;
  const whole = Array.from({ length: listed }, (_, number) => [number, number] as const);
  return [...whole, [listed, numberOrder.max]];
}
