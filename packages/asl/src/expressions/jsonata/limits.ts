/**
 * What AWS grants an expression, measured there and published in floci-io/floci issue 2737: evaluations nest 100 deep
 * (a sum of 101 terms fails), a value takes 6,990,256 bytes (`[1..873782]` is the longest array, and a string of 2^22
 * characters is accepted where one of 2^23 is not).
 */
export const maximumDepth = 100;
export const memoryLimit = { elements: 873_782, characters: 873_782 * 8 } as const;

/**
 * AWS stops an expression after a second. A number of steps, about as many as this evaluator takes in that time, stands in
 * for the clock, so that the same expression ends the same way everywhere. Each node that is evaluated is a step; what is done to
 * long arrays and texts in between counts by their length.
 */
export const maximumSteps = 2_000_000;

/** How many steps may still be taken. One of them may do for several evaluations. */
export interface Effort {
  steps: number;
}

/** How many steps it takes to make a value, beside that of its node. */
export const stepsToMake = (value: unknown): number =>
  Array.isArray(value) ? value.length / 32 : typeof value === 'string' ? value.length / 512 : 0;

/** How many steps it takes to look through a value, which most functions do with what they are given. */
export const stepsToRead = (value: unknown): number => stepsToMake(value) / 32;

export const stackOverflow =
  'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.';
export const outOfMemory = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
export const outOfTime = 'Expression evaluation timeout: Check for infinite loop';
