/** The index of the last number that is not greater than `limit`; 0 if all are. The numbers must be in order. */
export function lastAtOrBefore(numbers: readonly number[], limit: number): number {
  let found = 0;
  let after = numbers.length;
  while (after - found > 1) {
    const middle = (found + after) >>> 1;
    if (numbers[middle]! <= limit) found = middle;
    else after = middle;
  }
  return found;
}
