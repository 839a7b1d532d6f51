import { endingMatcher } from './ending-matcher';
import type { OrAsymmetric } from './asl-matchers';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The execution has failed with this error, and with this cause if one is given. An error that a Catcher has dealt
     * with is not meant: see `toHaveCaught`.
     * @param error `undefined` for a failure without a name
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveFailedWith('OrderFailed');
     * expect(execution).toHaveFailedWith('OrderFailed', expect.stringContaining('Card.Declined'));
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveFailedWith('Card.Declined');
     */
    toHaveFailedWith(error: OrAsymmetric<string> | undefined, cause?: OrAsymmetric<string>): R;
  }
}

export const toHaveFailedWith = endingMatcher('toHaveFailedWith', 'FAILED', ['error', 'cause']);
