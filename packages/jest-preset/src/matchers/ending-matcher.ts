import type { MatcherContext } from 'expect';
import type { Execution, ExecutionStatus } from '@stepproof/test-harness';
import { diff, equal } from './comparison';
import { executionMatcher } from './execution-matcher';
import type { Rows } from './layout';
import type { MatcherResult } from './matcher';

type Member = 'output' | 'error' | 'cause';

/** What an ending may have, in the order in which it is shown. */
const members: readonly Member[] = ['output', 'error', 'cause'];

/**
 * Makes a matcher about how an execution has ended.
 * @param parameters the members whose values may be expected, too; only those that are given count
 */
export function endingMatcher(
  name: string,
  status: ExecutionStatus,
  parameters: readonly Member[],
): (this: MatcherContext, received: unknown, ...expected: unknown[]) => MatcherResult {
  return executionMatcher(name, parameters, function (execution, ...values: unknown[]) {
    const expected = new Map(parameters.slice(0, values.length).map((member, index) => [member, values[index]]));
    const wrong = [...expected].flatMap(([member, value]) => (equal(this, execution[member], value) ? [] : [member]));
    const pass = execution.status === status && wrong.length === 0;
    const details = (): Rows => {
      if (pass) return otherwise(this, execution, expected);
      if (execution.status !== status) return otherStatus(this, execution, status, expected);
      const differences = wrong.map((member) => diff(this, member, expected.get(member), execution[member]));
      return [...differences, ...received(this, execution, wrong)];
    };
    return { pass, details };
  });
}

type Expected = ReadonlyMap<Member, unknown>;

/** The execution has ended as it should not have. */
function otherwise({ utils }: MatcherContext, execution: Execution, expected: Expected): Rows {
  const unwanted = expected.size > 0 ? [...expected] : ([['status', execution.status]] as const);
  return unwanted.map(([what, value]) => [`Expected ${what}`, `not ${utils.printExpected(value)}`]);
}

function otherStatus(context: MatcherContext, execution: Execution, status: string, expected: Expected): Rows {
  const { printExpected, printReceived } = context.utils;
  return [
    ['Expected status', printExpected(status)],
    ...[...expected].map(([member, value]) => [`Expected ${member}`, printExpected(value)] as const),
    ['Received status', printReceived(execution.status)],
    ...received(context, execution, []),
  ];
}

/** The members that the ending has, but for those that are shown already. */
function received({ utils }: MatcherContext, execution: Execution, shown: readonly Member[]): Rows {
  return members
    .filter((member) => execution[member] !== undefined && !shown.includes(member))
    .map((member) => [`Received ${member}`, utils.printReceived(execution[member])]);
}
