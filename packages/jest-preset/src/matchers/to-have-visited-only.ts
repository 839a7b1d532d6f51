import { executionMatcher } from './execution-matcher';
import { requireStates } from './expectations';
import { listed } from './layout';
import type { StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The execution has entered these states, all of them, and no others. In which order and how often does not matter.
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ReserveStock: mock.fails('SoldOut') } });
     * expect(execution).toHaveVisitedOnly('ReserveStock', 'Failed');
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveVisitedOnly('ReserveStock', 'AwaitPickup', 'Failed');
     */
    toHaveVisitedOnly(...states: readonly StateNameOf<T>[]): R;
  }
}

export const toHaveVisitedOnly = executionMatcher(
  'toHaveVisitedOnly',
  ['...states'],
  function (execution, ...states: string[]) {
    requireStates(execution, states);
    const { printExpected, printReceived } = this.utils;
    const visited = [...new Set(execution.path)];
    const more = visited.filter((state) => !states.includes(state));
    const missing = states.filter((state) => !visited.includes(state));
    return {
      pass: more.length === 0 && missing.length === 0,
      details: () => [
        [`Expected ${this.isNot ? 'not to visit only' : 'to visit only'}`, listed(states, printExpected)],
        more.length > 0 ? ['Visited beside them', listed(more, printReceived)] : undefined,
        missing.length > 0 ? ['Not visited', listed(missing, printExpected)] : undefined,
        ['Received path', listed(execution.path, printReceived)],
      ],
    };
  },
);
