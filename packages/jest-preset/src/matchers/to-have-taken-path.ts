import { diff, equal } from './comparison';
import { executionMatcher } from './execution-matcher';
import { requireStates } from './expectations';
import type { StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The execution has entered exactly these states, in this order. It is the order of entering in virtual time: what
     * branches of a Parallel and iterations of a Map do at once alternates, one state of each after the other. Attempts
     * after the first do not count, the state is not entered again. Children of a distributed Map are executions of their
     * own, and have paths of their own.
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveTakenPath(['ReserveStock', 'ChargeCard', 'ReleaseStock', 'Failed']);
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveTakenPath(['ReserveStock', 'ChargeCard', 'AwaitPickup']);
     */
    toHaveTakenPath(states: readonly StateNameOf<T>[]): R;
  }
}

export const toHaveTakenPath = executionMatcher('toHaveTakenPath', ['states'], function (execution, states: string[]) {
  requireStates(execution, states);
  const { path } = execution;
  const pass = equal(this, path, states);
  return {
    pass,
    details: () =>
      pass ? [['Expected path', `not ${this.utils.printExpected(states)}`]] : [diff(this, 'path', states, path)],
  };
});
