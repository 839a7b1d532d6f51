import type { Scanner } from '../scanner';

/** How many levels of filters, parentheses, negations, arrays and function calls are open. */
export type Nesting = number;

/** Far beyond any path a person writes; it keeps the recursion of the parser and of whoever walks the tree bounded. */
const maximumNesting = 32;

export function nested<T>(scanner: Scanner, nesting: Nesting, read: (inner: Nesting) => T): T {
  if (nesting >= maximumNesting) {
    scanner.fail(`The path is nested more than ${maximumNesting} levels deep; split it over several states`);
  }
  return read(nesting + 1);
}
