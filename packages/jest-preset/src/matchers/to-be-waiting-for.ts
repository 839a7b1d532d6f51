import { executionMatcher } from './execution-matcher';
import { requireStates } from './expectations';
import { listed } from './layout';
import type { StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The live execution has entered the state and not left it: its Task has not been answered, its time is not over, or
     * it is to be tried again. A Parallel or a Map is waited for as long as something inside it is.
     * @example
     * const live = new StateMachine(order).start(input, { tasks: { ...tasks, AwaitPickup: mock.never() } });
     * await live.until('AwaitPickup');
     * expect(live).toBeWaitingFor('AwaitPickup');
     * @example
     * const live = new StateMachine(order).start(input, { tasks: { ...tasks, ChargeCard: mock.never() } });
     * await live.until('ChargeCard');
     * expect(live).toBeWaitingFor('AwaitPickup');
     */
    toBeWaitingFor(state: StateNameOf<T>): R;
  }
}

export const toBeWaitingFor = executionMatcher('toBeWaitingFor', ['state'], function (execution, state: string) {
  requireStates(execution, [state]);
  const { status, openStates } = execution;
  const { printExpected, printReceived } = this.utils;
  return {
    pass: openStates.includes(state),
    details: () => [
      [`Expected ${this.isNot ? 'not to wait for' : 'to wait for'}`, printExpected(state)],
      status === 'RUNNING'
        ? ['Waiting for', listed(openStates, printReceived)]
        : ['Received status', printReceived(status)],
    ],
  };
});
