import { stateValueMatcher } from './state-value-matcher';
import type { StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The state has been given this input, before `InputPath` and all else. A state that is visited several times has
     * been given it once at least; `visit` says which time is meant, 1 for the first. What an integration was called with
     * is what `toHaveCalledTask` is about.
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveStateInput('AwaitPickup', { orderId: 7, charge: 'ch_1' });
     * expect(execution).toHaveStateInput('ChargeCard', expect.objectContaining({ amount: 30 }), { visit: 1 });
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveStateInput('AwaitPickup', { orderId: 7, charge: 'ch_2' });
     */
    toHaveStateInput(state: StateNameOf<T>, input: unknown, options?: { readonly visit?: number }): R;
  }
}

export const toHaveStateInput = stateValueMatcher('toHaveStateInput', 'input');
