import type { Execution } from '@stepproof/test-harness';

/** Whether a value is an execution, live or finished, from whichever copy of the harness: tests may reset their modules. */
export const isExecution = (value: unknown): value is Execution =>
  Object.prototype.toString.call(value) === '[object Execution]';
