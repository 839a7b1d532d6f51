import { durationText } from '@stepproof/test-harness';
import { equal } from './comparison';
import { executionMatcher } from './execution-matcher';
import type { OrAsymmetric } from './asl-matchers';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The execution has taken so many virtual seconds, from its start to its end or, for a live execution, until now. With
     * jitter, `expect.closeTo` allows for what is random.
     * @example
     * const slow = tasks.ChargeCard.after('2 minutes');
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: slow } });
     * expect(execution).toHaveTakenSeconds(120);
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, AwaitPickup: tasks.AwaitPickup.after('6 days') } });
     * expect(execution).toHaveTakenSeconds(60);
     */
    toHaveTakenSeconds(seconds: OrAsymmetric<number>): R;
  }
}

export const toHaveTakenSeconds = executionMatcher(
  'toHaveTakenSeconds',
  ['seconds'],
  function (execution, seconds: unknown) {
    const { duration } = execution;
    const { printExpected, printReceived } = this.utils;
    return {
      pass: equal(this, duration, seconds),
      details: () => [
        ['Expected seconds', `${this.isNot ? 'not ' : ''}${printExpected(seconds)}`],
        ['Received seconds', `${printReceived(duration)}${duration < 60 ? '' : ` (${durationText(duration)})`}`],
      ],
    };
  },
);
