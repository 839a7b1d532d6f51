import type { MatcherContext } from 'expect';
import { visitsOf, type Execution } from '@stepproof/test-harness';
import { diff, equal, nearestIndex } from './comparison';
import { executionMatcher } from './execution-matcher';
import { requireOptions, requireStates } from './expectations';
import type { Rows } from './layout';
import { InvalidExpectation, type MatcherResult } from './matcher';

export interface VisitOptions {
  /** 1 for the first. */
  readonly visit?: number;
}

/** Makes a matcher about what went into a state, or what has left it. */
export function stateValueMatcher(
  name: string,
  what: 'input' | 'output',
): (this: MatcherContext, received: unknown, ...expected: [string, unknown, VisitOptions?]) => MatcherResult {
  return executionMatcher(
    name,
    ['state', what, 'options'],
    function (execution, state: string, expected: unknown, options: VisitOptions = {}) {
      requireStates(execution, [state]);
      requireOptions(options, ['visit']);
      const { visit } = options;
      if (visit !== undefined && !(Number.isInteger(visit) && visit > 0)) {
        throw new InvalidExpectation(`"visit" must be 1 for the first visit, 2 for the second, not ${String(visit)}`);
      }
      const visits = valuesOf(execution, state, what);
      const meant = visits.filter(({ number }) => visit === undefined || number === visit);
      const pass = meant.some(({ value }) => equal(this, value, expected));
      const details = (): Rows => {
        const { printExpected } = this.utils;
        const which = visit === undefined ? `"${state}"` : `visit ${visit} of "${state}"`;
        if (pass) return [[`Expected ${what} of ${which}`, `not ${printExpected(expected)}`]];
        if (meant.length === 0) return nothing(which, what, printExpected(expected), execution.states(state).entered);
        const nearest = nearestIndex(
          this,
          expected,
          meant.map(({ value }) => value),
        );
        const { number, value } = meant[nearest]!;
        const place = visits.length === 1 ? `"${state}"` : `visit ${number} of "${state}"`;
        return [diff(this, `${what} of ${place}`, expected, value)];
      };
      return { pass, details };
    },
  );
}

const nothing = (which: string, what: string, expected: string, entered: number): Rows => [
  [`Expected ${what} of ${which}`, expected],
  ['Visits', entered === 0 ? 'none' : `${entered}${what === 'output' ? ', not left' : ''}`],
];

/** The values of the visits that have one, in the order in which they began. */
function valuesOf(
  { history }: Execution,
  state: string,
  what: 'input' | 'output',
): { number: number; value: unknown }[] {
  return visitsOf(history)
    .filter(({ name }) => name === state)
    .toSorted((a, b) => a.enteredId - b.enteredId)
    .flatMap(({ [what]: text }, index) =>
      text === undefined ? [] : [{ number: index + 1, value: JSON.parse(text) as unknown }],
    );
}
