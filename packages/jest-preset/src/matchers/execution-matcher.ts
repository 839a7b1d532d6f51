import type { MatcherContext } from 'expect';
import { nearest } from '@stepproof/asl';
import { traceOf, type Execution } from '@stepproof/test-harness';
import { isExecution } from '../execution';

/** What a matcher answers. The message is made when somebody reads it. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What is expected of an execution. */
export interface Judgement {
  readonly pass: boolean;
  /** The lines below the hint: what was expected and what happened instead. */
  readonly details: () => string;
}

type Matcher<Expected extends readonly unknown[]> = (
  this: MatcherContext,
  received: unknown,
  ...expected: Expected
) => MatcherResult;

const maxTraceLines = 20;

/**
 * Makes a matcher about an execution. Anything else that is given to `expect` is a mistake in the test, and throws. The
 * message ends with the trace of the execution and the seed that makes the same one again.
 * @param expectedHint how the expected values are written in the first line
 */
export function executionMatcher<Expected extends readonly unknown[]>(
  name: string,
  expectedHint: string,
  judge: (this: MatcherContext, execution: Execution, ...expected: Expected) => Judgement,
): Matcher<Expected> {
  return function (received, ...expected) {
    const { isNot, promise, utils } = this;
    const hint = utils.matcherHint(name, 'execution', expectedHint, { isNot, promise });
    if (!isExecution(received)) {
      throw new Error(
        utils.matcherErrorMessage(
          hint,
          `${utils.RECEIVED_COLOR('received')} value must be an execution, as run(...) and machine.execute(...) give it` +
            (received instanceof Promise ? '; await it first' : ''),
          utils.printWithType('Received', received, utils.printReceived),
        ),
      );
    }
    const { pass, details } = judge.call(this, received, ...expected);
    return { pass, message: () => `${hint}\n\n${details()}\n\n${traceIn(received)}` };
  };
}

function traceIn(execution: Execution): string {
  const trace = traceOf(execution, { maxLines: maxTraceLines }).trimEnd();
  return `Execution (seed ${execution.seed}):\n${trace.replace(/^(?=.)/gm, '  ')}`;
}

/** A name that no state has is a mistake in the test, whatever the matcher would say. */
export function requireStates(execution: Execution, names: readonly string[]): void {
  const { stateNames } = execution;
  for (const name of names) {
    if (stateNames.includes(name)) continue;
    const near = nearest(name, stateNames);
    const known = stateNames.map((state) => `"${state}"`).join(', ');
    throw new Error(
      `There is no state named "${name}"; ${near ? `did you mean "${near}"?` : `the machine has ${known}`}`,
    );
  }
}
