/** A message with hundreds of problems helps nobody; the error has them all. */
export const maxShown = 10;

/** Problems as lines of a message, the first ones, and how many more there are. */
export function problemLines<P extends { readonly message: string }>(
  problems: readonly P[],
  placeOf: (problem: P) => string,
): string {
  const lines = problems.slice(0, maxShown).map((problem) => `\n  ${placeOf(problem)}  ${problem.message}`);
  const more = problems.length - lines.length;
  return `${lines.join('')}${more > 0 ? `\n  and ${more} more` : ''}`;
}

/** Gives an error its problems: not enumerable, or every test runner would print them all behind the message. */
export const attachProblems = (error: Error, problems: readonly object[]): void => {
  Object.defineProperty(error, 'problems', { value: problems });
};
