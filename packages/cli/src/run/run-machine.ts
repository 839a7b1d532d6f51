import {
  RunawayError,
  StateMachine,
  UnansweredCallError,
  type Execution,
  type TaskCall,
} from '@stepproof/test-harness';
import type { RunOptions } from '../commands/run';
import { CouldNotRun } from '../could-not-run';
import { exitCode, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { chosenMachine } from './chosen-machine';
import { clipped } from './clipped';
import { givenInput } from './given-input';
import { givenMocks } from './given-mocks';
import { Progress } from './progress';
import { styleFor } from './style';
import { traceOf } from './trace';

/** Runs an execution, writes what has become of it, and says how it went. */
export async function runMachine(file: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const { node, name, type } = chosenMachine(file, options, io);
  const input = givenInput(options.input, io.cwd);
  const tasks = givenMocks(options, io);
  const progress = new Progress(io.stderr);
  let execution: Execution;
  try {
    const machine = new StateMachine(node, { name, type, file });
    execution = await machine.execute(input, { tasks, seed: options.seed, observers: [progress.observe] });
  } catch (error) {
    throw explained(error, options);
  } finally {
    progress.end();
  }
  io.stdout.write(options.format === 'json' ? jsonOf(execution) : traceOf(execution, styleFor(io.stdout, io.env)));
  return execution.status === 'SUCCEEDED' ? exitCode.clean : exitCode.findings;
}

function jsonOf({ status, output, error, cause, duration, history }: Execution): string {
  return `${JSON.stringify({ status, output, error, cause, duration, history }, null, 2)}\n`;
}

/** What the harness tells the author of a test, for the user of the command line. */
function explained(error: unknown, options: RunOptions): unknown {
  if (error instanceof UnansweredCallError) return unanswered(error.call, options);
  if (error instanceof RunawayError) return new CouldNotRun(error.message.replace(/, or raise .*/, ''));
  return error;
}

function unanswered({ state, resource, parameters }: TaskCall, { mocks, testCase }: RunOptions): CouldNotRun {
  const call = `nothing answers the call of "${resource}" in the state "${state}" with the parameters ${clipped(JSON.stringify(parameters), 1000)}`;
  const entry = JSON.stringify(state);
  if (testCase !== undefined) {
    return new CouldNotRun(
      `${call}; add ${entry}: "<name in MockedResponses>" to the test case "${testCase}" in "${mocks}"`,
    );
  }
  const place = mocks === undefined ? 'write a file for --mocks with' : `add to "${mocks}"`;
  return new CouldNotRun(`${call}; ${place} { ${entry}: { "returns": { ... } } }`);
}
