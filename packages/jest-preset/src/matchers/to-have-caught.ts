import { durationText, type CaughtFailure } from '@stepproof/test-harness';
import { equal } from './comparison';
import { executionMatcher } from './execution-matcher';
import { requireOptions, requireStates } from './expectations';
import { block } from './layout';
import type { OrAsymmetric, StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * A Catcher of the state has dealt with a failure: with this error if one is given, and by going on to the state
     * `next`. The error is the one that has happened, such as `Card.Declined`, not the name in `ErrorEquals`.
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveCaught('ChargeCard');
     * expect(execution).toHaveCaught('ChargeCard', 'Card.Declined', { next: 'ReleaseStock' });
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Expired') } });
     * expect(execution).toHaveCaught('ChargeCard', 'Card.Declined');
     */
    toHaveCaught(state: StateNameOf<T>, error?: OrAsymmetric<string>, options?: { readonly next?: StateNameOf<T> }): R;
  }
}

export const toHaveCaught = executionMatcher(
  'toHaveCaught',
  ['state', 'error', 'options'],
  function (execution, state: string, error?: unknown, options: { readonly next?: string } = {}) {
    requireOptions(options, ['next']);
    const { next } = options;
    requireStates(execution, next === undefined ? [state] : [state, next]);
    const { printExpected, printReceived } = this.utils;
    const { caught } = execution.states(state);
    const isMeant = (failure: CaughtFailure): boolean =>
      (error === undefined || equal(this, failure.error, error)) && (next === undefined || failure.next === next);
    const described = caught.map(
      (failure) =>
        `at ${durationText(failure.at)}  ${printReceived(failure.error)}, next ${printReceived(failure.next)}` +
        (failure.cause ? `, cause ${printReceived(failure.cause)}` : ''),
    );
    const not = this.isNot ? 'not ' : '';
    return {
      pass: caught.some(isMeant),
      details: () => [
        ['Expected error', error === undefined ? `${not}any` : not + printExpected(error)],
        next === undefined ? undefined : ['Expected next', not + printExpected(next)],
        block(`Caught by "${state}"`, described),
      ],
    };
  },
);
