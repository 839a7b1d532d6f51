import { ContractViolationError } from '@stepproof/test-harness';
import type { ExplorationReport, Invariant, JsonSchema } from '@stepproof/test-harness/explore';
import {
  defaultInvariants,
  emitJest,
  invariants,
  survey,
  UnknownCompensationError,
} from '@stepproof/test-harness/explore';
import { CouldNotRun } from '../could-not-run';
import { exitCode, type ExitCode } from '../exit-code';
import type { Io } from '../io';
import { chosenMachine } from '../run/chosen-machine';
import { givenMocks } from '../run/given-mocks';
import { readJson } from '../run/given-input';
import { styleIf, wantsColor } from '../style';
import { explorationJson } from './exploration-json';
import { explorationJunit } from './exploration-junit';
import { explorationText } from './exploration-text';
import type { Check, ExploreOptions } from './explore-options';
import { ProgressBar } from './progress-bar';

/** Explores a machine, writes what has been found, and says whether anything breaks. */
export async function exploreMachine(file: string, options: ExploreOptions, io: Io): Promise<ExitCode> {
  const machine = chosenMachine(file, options, io);
  const { inputSchema, runs, seed, timeLimit, mocks, check = [] } = options;
  const bar = new ProgressBar(io.stderr, runs);
  let report: ExplorationReport;
  try {
    report = await survey(machine, {
      runs,
      seed,
      ...(timeLimit !== undefined && { timeLimit }),
      ...(inputSchema !== undefined && { input: schemaIn(inputSchema, io) }),
      ...(mocks !== undefined && { mocks: givenMocks({ mocks, machine: options.machine }, io).tasks }),
      invariants: [...defaultInvariants(machine.type), ...check.map((name) => checked[name])],
      onProgress: bar.show,
    });
  } catch (error) {
    const isGiven = error instanceof UnknownCompensationError || error instanceof ContractViolationError;
    throw isGiven ? new CouldNotRun(error.message) : error;
  } finally {
    bar.end();
  }
  io.stdout.write(textOf(report, file, options, io));
  return report.breaks.length > 0 ? exitCode.findings : exitCode.clean;
}

const checked: Readonly<Record<Check, Invariant>> = {
  'handles-failures': invariants.handlesFailures,
  compensates: invariants.compensates(),
  'loses-no-items': invariants.losesNoItems,
  'order-independent': invariants.orderIndependent,
};

function textOf(report: ExplorationReport, file: string, { format, emit }: ExploreOptions, io: Io): string {
  if (emit === 'jest') return emitJest(report, { file });
  if (format === 'json') return explorationJson(report);
  if (format === 'junit') return explorationJunit(report, file);
  return explorationText(report, styleIf(wantsColor(io.stdout, io.env)));
}

function schemaIn(file: string, io: Io): JsonSchema {
  const schema = readJson(file, io.cwd, `the schema in "${file}"`);
  if (typeof schema === 'boolean' || (typeof schema === 'object' && schema !== null)) return schema as JsonSchema;
  throw new CouldNotRun(`the schema in "${file}" is no JSON Schema; write an object such as { "type": "object" }`);
}
