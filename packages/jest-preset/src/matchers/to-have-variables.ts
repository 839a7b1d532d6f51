import { diff, equal } from './comparison';
import { executionMatcher } from './execution-matcher';
import { InvalidExpectation } from './matcher';

declare module './asl-matchers' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merged with
  interface AslMatchers<R, T> {
    /**
     * The variables of the machine's own scope have these values, at the end or, for a live execution, now. There may be
     * others. Values are compared as `toEqual` does.
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveVariables({ reservation: 'r-1' });
     * @example
     * const execution = await run(order, input, { tasks });
     * expect(execution).toHaveVariables({ reservation: 'r-2', amount: expect.any(Number) });
     */
    toHaveVariables(variables: Readonly<Record<string, unknown>>): R;
  }
}

export const toHaveVariables = executionMatcher(
  'toHaveVariables',
  ['variables'],
  function (execution, expected: unknown) {
    if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) {
      throw new InvalidExpectation('the variables must be an object, as in { total: 30 }');
    }
    const received = execution.variables;
    const named = Object.fromEntries(
      Object.keys(expected).flatMap((name) => (Object.hasOwn(received, name) ? [[name, received[name]]] : [])),
    );
    const pass = equal(this, named, expected);
    const { printExpected } = this.utils;
    return {
      pass,
      details: () =>
        pass ? [['Expected variables', `not ${printExpected(expected)}`]] : [diff(this, 'variables', expected, named)],
    };
  },
);
