import { stateValueMatcher } from './state-value-matcher';
import type { StateNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * This output has left the state, after `ResultPath`, `OutputPath` or `Output`; also by a Catcher. Of a state that is
     * visited several times, one output is like that; `visit` says which visit is meant, 1 for the first.
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveStateOutput('ChargeCard', { orderId: 7, charge: 'ch_1' });
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveStateOutput('ChargeCard', { orderId: 7, charge: { id: 'ch_1' } });
     */
    toHaveStateOutput(state: StateNameOf<T>, output: unknown, options?: { readonly visit?: number }): R;
  }
}

export const toHaveStateOutput = stateValueMatcher('toHaveStateOutput', 'output');
