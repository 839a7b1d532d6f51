import { durationText, visitsOf, type Execution } from '@stepproof/test-harness';
import { equal } from './comparison';
import { executionMatcher } from './execution-matcher';
import { requireOptions, requireStates } from './expectations';
import { block } from './layout';
import type { OrAsymmetric, StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The state has been tried again because of a Retrier: at least once, or as often as `times` says. `delays` are the
     * virtual seconds from each failure to the next attempt, to the millisecond. All visits of the state count, those in
     * loops and iterations too, in the order of the attempts.
     * @example
     * const busy = mock.fails('Card.Busy').times(3).then(tasks.ChargeCard);
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: busy } });
     * expect(execution).toHaveRetried('ChargeCard', { times: 3, delays: [1, 2, 4] });
     * expect(execution).not.toHaveRetried('ReserveStock');
     * @example
     * const busy = mock.fails('Card.Busy', 'try again').times(2).then(mock.fails('Card.Declined', 'no funds'));
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: busy } });
     * expect(execution).toHaveRetried('ChargeCard', { times: 3, delays: [1, 2, 4] });
     */
    toHaveRetried(
      state: StateNameOf<T>,
      options?: {
        readonly times?: OrAsymmetric<number>;
        readonly delays?: OrAsymmetric<readonly OrAsymmetric<number>[]>;
      },
    ): R;
  }
}

interface Options {
  readonly times?: unknown;
  readonly delays?: unknown;
}

export const toHaveRetried = executionMatcher(
  'toHaveRetried',
  ['state', 'options'],
  function (execution, state: string, options: Options = {}) {
    requireStates(execution, [state]);
    requireOptions(options, ['times', 'delays']);
    const { times, delays } = options;
    const { printExpected, printReceived } = this.utils;
    const retries = execution.states(state).retries.map(({ delay }) => Math.round(delay * 1000) / 1000);
    const expected = times ?? (delays === undefined ? 'at least 1' : undefined);
    const hasTimes =
      times === undefined ? delays !== undefined || retries.length > 0 : equal(this, retries.length, times);
    const not = this.isNot ? 'not ' : '';
    return {
      pass: hasTimes && (delays === undefined || equal(this, retries, delays)),
      details: () => [
        expected === undefined
          ? undefined
          : ['Expected retries', not + (times === undefined ? 'any' : printExpected(times))],
        ['Received retries', printReceived(retries.length)],
        delays === undefined ? undefined : ['Expected delays', not + printExpected(delays)],
        delays === undefined ? undefined : ['Received delays', printReceived(retries)],
        block(`Attempts of "${state}"`, attemptsOf(execution, state)),
      ],
    };
  },
);

/** When each attempt began, and what became of it. */
function attemptsOf(execution: Execution, state: string): string[] {
  const start = execution.startDate.getTime();
  return visitsOf(execution.history)
    .filter(({ name }) => name === state)
    .flatMap(({ attempts }) => attempts)
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, failure, result }) => {
      const outcome = failure ?? (result === undefined ? '' : 'succeeded');
      return `at ${durationText((at - start) / 1000)}  ${outcome}`.trimEnd();
    });
}
