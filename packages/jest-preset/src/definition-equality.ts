import type { Tester } from '@jest/expect-utils';
import { sourceMember } from '@stepproof/asl';

/** Lets an imported definition equal one that is written down: where it was imported from is no part of it. */
export const equalDefinitions: Tester = function (a: unknown, b: unknown, testers) {
  if (!isImported(a) && !isImported(b)) return undefined;
  return this.equals(withoutSource(a), withoutSource(b), testers);
};

const isImported = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, sourceMember);

function withoutSource(value: unknown): unknown {
  if (!isImported(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== sourceMember));
}
