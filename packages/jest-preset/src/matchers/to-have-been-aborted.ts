import { endingMatcher } from './ending-matcher';
import type { OrAsymmetric } from './asl-matchers';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The execution has been stopped from outside, with this error and this cause if they are given.
     * @example
     * const live = new StateMachine(order).start(input, { tasks: { ...tasks, AwaitPickup: mock.never() } });
     * await live.until('AwaitPickup');
     * live.stop({ error: 'Cancelled', cause: 'by the customer' });
     * expect(await live.finished).toHaveBeenAborted('Cancelled');
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveBeenAborted('Cancelled');
     */
    toHaveBeenAborted(error?: OrAsymmetric<string>, cause?: OrAsymmetric<string>): R;
  }
}

export const toHaveBeenAborted = endingMatcher('toHaveBeenAborted', 'ABORTED', ['error', 'cause']);
