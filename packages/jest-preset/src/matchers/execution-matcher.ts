import type { MatcherContext } from 'expect';
import { traceOf, type Execution } from '@stepproof/test-harness';
import { isExecution } from '../execution';
import { defineMatcher, type Judgement, type MatcherResult, type Subject } from './matcher';

const maxTraceLines = 20;

const executions: Subject<Execution> = {
  name: 'execution',
  accepts: isExecution,
  requirement: (received) =>
    'must be an execution, as run(...) and machine.execute(...) give it' +
    (received instanceof Promise ? '; await it first' : ''),
  appendix: (execution) => {
    const trace = traceOf(execution, { maxLines: maxTraceLines }).trimEnd();
    return `Execution (seed ${execution.seed}):\n${trace.replace(/^(?=.)/gm, '  ')}`;
  },
};

/**
 * Makes a matcher about an execution. The message ends with the trace of the execution and the seed that makes the same
 * one again.
 * @param parameters what the expected values are called in the first line
 */
export function executionMatcher<Expected extends readonly unknown[]>(
  name: string,
  parameters: readonly string[],
  judge: (this: MatcherContext, execution: Execution, ...expected: Expected) => Judgement,
): (this: MatcherContext, received: unknown, ...expected: Expected) => MatcherResult {
  return defineMatcher(executions, name, parameters, judge);
}
