import { executionMatcher } from './execution-matcher';
import { requireStates } from './expectations';
import { listed } from './layout';
import type { StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The execution has entered these states in this order; others may lie between. With `.not`, it has not gone through
     * them in this order: to say that it has entered none of several states, name them one by one.
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveVisited('ReserveStock', 'ReleaseStock');
     * expect(execution).not.toHaveVisited('AwaitPickup');
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveVisited('ChargeCard', 'AwaitPickup');
     */
    toHaveVisited(...states: readonly StateNameOf<T>[]): R;
  }
}

export const toHaveVisited = executionMatcher(
  'toHaveVisited',
  ['...states'],
  function (execution, ...states: string[]) {
    requireStates(execution, states);
    const { path } = execution;
    const { printExpected, printReceived } = this.utils;
    const missing = firstMissing(path, states);
    return {
      pass: missing === undefined,
      details: () => [
        [
          `Expected ${this.isNot ? 'not to visit' : 'to visit'}`,
          listed(states, printExpected) + (states.length > 1 ? ', in this order' : ''),
        ],
        missing === undefined ? undefined : ['Not visited then', printExpected(missing)],
        ['Received path', listed(path, printReceived)],
      ],
    };
  },
);

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
