import { durationText } from '@stepproof/test-harness';
import { equal } from './comparison';
import { executionMatcher } from './execution-matcher';
import { requireCallName } from './expectations';
import { block } from './layout';
import type { CallNameOf, OrAsymmetric } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The integration has been called so many times. Each attempt is a call. The name is that of a state or of a
     * resource, as in `tasks`.
     * @example
     * const busy = mock.fails('Card.Busy').times(2).then(tasks.ChargeCard);
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: busy } });
     * expect(execution).toHaveCalledTaskTimes('ChargeCard', 3);
     * expect(execution).toHaveCalledTaskTimes('lambda:release-stock', 0);
     * @example
     * const busy = mock.fails('Card.Busy').times(2).then(tasks.ChargeCard);
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: busy } });
     * expect(execution).toHaveCalledTaskTimes('ChargeCard', 1);
     */
    toHaveCalledTaskTimes(nameOrResource: CallNameOf<T>, times: OrAsymmetric<number>): R;
  }
}

export const toHaveCalledTaskTimes = executionMatcher(
  'toHaveCalledTaskTimes',
  ['nameOrResource', 'times'],
  function (execution, name: string, times: unknown) {
    requireCallName(execution, name);
    const { printExpected, printReceived } = this.utils;
    const calls = execution.calls(name);
    const secondsUntil = (time: Date): number => (time.getTime() - execution.startDate.getTime()) / 1000;
    return {
      pass: equal(this, calls.length, times),
      details: () => [
        ['Expected calls', `${this.isNot ? 'not ' : ''}${printExpected(times)}`],
        ['Received calls', printReceived(calls.length)],
        block(
          `Calls of "${name}"`,
          calls.map(({ time, parameters }) => `at ${durationText(secondsUntil(time))}  ${printReceived(parameters)}`),
        ),
      ],
    };
  },
);
