import { isExecution } from './execution';
import { traceOf } from '@stepproof/test-harness';

/** Writes an execution into a snapshot as its trace: states, attempts, virtual times, and how it ended. */
export const executionSerializer = {
  test: isExecution,
  serialize: (value: unknown): string => (isExecution(value) ? traceOf(value).trimEnd() : String(value)),
};
