import type { Tester } from '@jest/expect-utils';
import { isImported, withoutSource } from '@stepproof/asl';

/** Lets an imported definition equal one that is written down: where it was imported from is no part of it. */
export const equalDefinitions: Tester = function (a: unknown, b: unknown, testers) {
  if (!isImported(a) && !isImported(b)) return undefined;
  return this.equals(withoutSource(a), withoutSource(b), testers);
};
