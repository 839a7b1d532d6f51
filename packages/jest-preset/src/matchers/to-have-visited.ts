import { executionMatcher, requireStates } from './execution-matcher';
import type { StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The execution has entered these states in this order; others may lie between.
     * With `.not`: it has not gone through them in this order.
     * @example
     * expect(execution).toHaveVisited('ReserveStock', 'ChargeCard');
     */
    toHaveVisited(...states: readonly StateNameOf<T>[]): R;
  }
}

export const toHaveVisited = executionMatcher('toHaveVisited', '...states', function (execution, ...states: string[]) {
  requireStates(execution, states);
  const { path } = execution;
  const missing = firstMissing(path, states);
  return {
    pass: missing === undefined,
    details: () =>
      [
        `Expected ${this.isNot ? 'not to visit' : 'to visit'} in order: ${states.map((state) => this.utils.printExpected(state)).join(', ')}`,
        ...(missing === undefined ? [] : [`Not visited then:         ${this.utils.printExpected(missing)}`]),
        `Path: ${path.map((state) => this.utils.printReceived(state)).join(', ')}`,
      ].join('\n'),
  };
});

/** The first of the states that does not come after those before it. */
function firstMissing(path: readonly string[], states: readonly string[]): string | undefined {
  let from = 0;
  for (const state of states) {
    const at = path.indexOf(state, from);
    if (at === -1) return state;
    from = at + 1;
  }
  return undefined;
}
