import {
  ContractViolationError,
  RunawayError,
  UnansweredCallError,
  UnknownMockError,
  traceOf,
  type Execution,
} from '@stepproof/test-harness';
import { CouldNotRun } from '../could-not-run';
import { exitCode, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { chosenMachine } from './chosen-machine';
import { clipped } from './clipped';
import { givenInput } from './given-input';
import { givenMocks, type GivenMocks } from './given-mocks';
import { Progress } from './progress';
import type { RunOptions } from './run-options';
import { styleIf, wantsColor } from '../style';

/** Runs an execution, writes what has become of it, and says how it went. */
export async function runMachine(file: string, options: RunOptions, io: Io): Promise<ExitCode> {
  const machine = chosenMachine(file, options, io);
  const input = givenInput(options.input, io.cwd);
  const { tasks, remedy } = givenMocks(options, io);
  const progress = new Progress(io.stderr);
  let execution: Execution;
  try {
    execution = await machine.execute(input, { tasks, seed: options.seed, observers: [progress.observe] });
  } catch (error) {
    throw explained(error, remedy);
  } finally {
    progress.end();
  }
  io.stdout.write(
    options.format === 'json'
      ? jsonOf(execution)
      : traceOf(execution, { style: styleIf(wantsColor(io.stdout, io.env)) }),
  );
  return execution.status === 'SUCCEEDED' ? exitCode.clean : exitCode.findings;
}

function jsonOf({ status, output, error, cause, duration, history }: Execution): string {
  return `${JSON.stringify({ status, output, error, cause, duration, history }, null, 2)}\n`;
}

/** What the harness tells the author of a test, for the user of the command line. */
function explained(error: unknown, remedy: GivenMocks['remedy']): unknown {
  if (error instanceof UnansweredCallError) {
    const { state, resource, parameters } = error.call;
    const given = clipped(JSON.stringify(parameters), 1000);
    return new CouldNotRun(
      `nothing answers the call of "${resource}" in the state "${state}" with the parameters ${given}; ${remedy(state)}`,
    );
  }
  if (error instanceof ContractViolationError) return new CouldNotRun(error.message);
  if (error instanceof RunawayError) return new CouldNotRun(`${faultOf(error)}; give its loop a way out`);
  if (error instanceof UnknownMockError) return new CouldNotRun(`cannot use --mocks: ${error.message}`);
  return error;
}

/** The remedy, after the semicolon, may be one that only a program has. */
const faultOf = ({ message }: Error): string => message.slice(0, message.lastIndexOf(';'));
