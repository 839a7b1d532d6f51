/**
 * What AWS grants an expression, measured there and published in floci-io/floci issue 2737: evaluations nest 100 deep
 * (a sum of 101 terms fails), a value takes 6,990,256 bytes (`[1..873782]` is the longest array, and a string of 2^22
 * characters is accepted where one of 2^23 is not).
 */
export const maximumDepth = 100;
export const memoryLimit = { elements: 873_782, characters: 873_782 * 8 } as const;

/**
 * AWS stops an expression after a second. A number of steps, about as many as this evaluator takes in that time, stands in
 * for the clock, so that the same expression ends the same way everywhere.
 */
export const maximumSteps = 2_000_000;

export const stackOverflow =
  'Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.';
export const outOfMemory = 'Expression evaluation memory limit exceeded: Check for excessive memory usage';
export const outOfTime = 'Expression evaluation timeout: Check for infinite loop';
