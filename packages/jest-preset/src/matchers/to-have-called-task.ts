import { diff, equal, nearestIndex } from './comparison';
import { executionMatcher } from './execution-matcher';
import { requireCallName } from './expectations';
import { block, listed } from './layout';
import type { CallNameOf } from './asl-matchers';

declare module './asl-matchers' {
  interface AslMatchers<R, T> {
    /**
     * The integration has been called, with these parameters if they are given: `Parameters` or `Arguments` as AWS would
     * get them. They are compared as `toEqual` does; `expect.objectContaining` says that there may be more. Each attempt
     * is a call. The name is that of a state or of a resource, as in `tasks`: `sqs:sendMessage`, `lambda:release-stock`.
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveCalledTask('ChargeCard');
     * expect(execution).toHaveCalledTask('lambda:charge-card', expect.objectContaining({ Payload: { orderId: 7, amount: 30 } }));
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveCalledTask('ChargeCard', { FunctionName: 'charge-card', Payload: { orderId: 7, amount: 3000 } });
     */
    toHaveCalledTask(nameOrResource: CallNameOf<T>, parameters?: unknown): R;
  }
}

export const toHaveCalledTask = executionMatcher(
  'toHaveCalledTask',
  ['nameOrResource', 'parameters'],
  function (execution, name: string, ...rest: readonly unknown[]) {
    requireCallName(execution, name);
    const { printExpected, printReceived } = this.utils;
    const [parameters] = rest;
    const received = execution.calls(name).map((call) => call.parameters);
    const isMeant = (value: unknown): boolean => rest.length === 0 || equal(this, value, parameters);
    const pass = received.some(isMeant);
    return {
      pass,
      details: () => {
        if (pass) {
          const unwanted = received.filter(isMeant).map((value) => printReceived(value));
          const what = rest.length === 0 ? '' : ` with ${printExpected(parameters)}`;
          return [`Expected no call of ${printExpected(name)}${what}`, block(`Calls of "${name}"`, unwanted)];
        }
        if (received.length === 0) {
          const others = [...new Set(execution.calls().map(({ state }) => state))];
          return [
            ['Expected call of', printExpected(name)],
            ['Received calls of', listed(others, printReceived)],
          ];
        }
        const nearest = nearestIndex(this, parameters, received);
        const which =
          received.length === 1
            ? `The call of "${name}" had other parameters:`
            : `None of the ${received.length} calls of "${name}" had these parameters. The nearest is number ${nearest + 1}:`;
        return [which, diff(this, 'parameters', parameters, received[nearest])];
      },
    };
  },
);
