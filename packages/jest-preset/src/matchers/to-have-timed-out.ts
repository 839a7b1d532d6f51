import { endingMatcher } from './ending-matcher';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The execution has run longer than `TimeoutSeconds` of the machine, or than AWS lets one run. The timeout of a state
     * is an error, `States.Timeout`: see `toHaveFailedWith` and `toHaveCaught`.
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, AwaitPickup: mock.never() } });
     * expect(execution).toHaveTimedOut();
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveTimedOut();
     */
    toHaveTimedOut(): R;
  }
}

export const toHaveTimedOut = endingMatcher('toHaveTimedOut', 'TIMED_OUT', []);
