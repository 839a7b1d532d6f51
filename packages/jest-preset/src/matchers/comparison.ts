import type { MatcherContext } from 'expect';

type Container = Readonly<Record<string, unknown>>;

/** Whether values are equal as `toEqual` has it; asymmetric matchers may stand for parts of what is expected. */
export const equal = (
  { equals, customTesters, utils }: MatcherContext,
  received: unknown,
  expected: unknown,
): boolean => equals(received, expected, [...customTesters, utils.iterableEquality]);

/** What differs, as jest shows it. The labels are `Expected` and `Received` with the name of the value. */
export const diff = (context: MatcherContext, what: string, expected: unknown, received: unknown): string =>
  context.utils.printDiffOrStringify(
    expected,
    received,
    `Expected ${what}`,
    `Received ${what}`,
    context.expand !== false,
  );

/** The index of the value that differs least from what is expected; the first of several. */
export function nearestIndex(context: MatcherContext, expected: unknown, received: readonly unknown[]): number {
  const distances = received.map((value) => distance(context, expected, value));
  return distances.indexOf(Math.min(...distances));
}

/** How many members differ. */
function distance(context: MatcherContext, expected: unknown, received: unknown): number {
  if (equal(context, received, expected)) return 0;
  const part = partOf(expected);
  const members = part ?? expected;
  if (!isContainer(members) || !isContainer(received)) return 1;
  // What an objectContaining does not name cannot be wrong.
  const names = new Set([...Object.keys(members), ...(part ? [] : Object.keys(received))]);
  return [...names].reduce((sum, name) => sum + distance(context, members[name], received[name]), 0);
}

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** The members that `expect.objectContaining` asks for; undefined for everything else. */
function partOf(expected: unknown): Container | undefined {
  const { asymmetricMatch, sample } = isContainer(expected) ? expected : {};
  return typeof asymmetricMatch === 'function' && isContainer(sample) && !Array.isArray(sample) ? sample : undefined;
}
