/** AWS's limit of `States.ArrayRange` and `$range`. */
export const longestRange = 1000;

/** How many numbers there are from `first` to `last` in steps of `step`, which is not 0. */
export function rangeLength(first: number, last: number, step: number): number {
  return Math.max(0, Math.floor((last - first) / step) + 1);
}

/** The numbers from `first` to `last`, last included if the step hits it. */
export function numberRange(first: number, last: number, step: number): number[] {
  return Array.from({ length: rangeLength(first, last, step) }, (_, index) => first + index * step);
}
