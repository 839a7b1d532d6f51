import { endingMatcher } from './ending-matcher';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The execution has succeeded, with this output if one is given. Outputs are compared as `toEqual` does, so that
     * asymmetric matchers may stand for parts.
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveSucceeded();
     * expect(execution).toHaveSucceeded({ orderId: 7, charge: expect.stringMatching(/^ch_/) });
     * @example
     * const execution = await run(order, input, { tasks: { ...tasks, ChargeCard: mock.fails('Card.Declined') } });
     * expect(execution).toHaveSucceeded();
     */
    toHaveSucceeded(output?: unknown): R;
  }
}

export const toHaveSucceeded = endingMatcher('toHaveSucceeded', 'SUCCEEDED', ['output']);
