import { InvalidMocksError, readMockConfig, readMockMap, type Tasks } from '@stepproof/test-harness';
import { CouldNotRun } from '../could-not-run';
import type { Io } from '../io';
import { problemsOf } from './located-problems';
import { readText } from './read-text';
import type { RunOptions } from './run-options';

/** Who answers the calls. */
export interface GivenMocks {
  readonly tasks: Tasks | undefined;
  /** What to do about a call of that state that nobody answers. */
  readonly remedy: (state: string) => string;
}

/** Both members must be in a MockConfigFile.json; in the other format these would be names of states. */
const isMockConfig = (text: string): boolean => /"MockedResponses"\s*:/.test(text) && /"StateMachines"\s*:/.test(text);

/** The mocks of the file that `--mocks` names, in either format. */
export function givenMocks(
  { mocks, testCase, machine }: Pick<RunOptions, 'mocks' | 'testCase' | 'machine'>,
  io: Io,
): GivenMocks {
  const mockOf = (state: string): string => `{ ${JSON.stringify(state)}: { "returns": ... } }`;
  if (mocks === undefined) {
    if (testCase === undefined) {
      return { tasks: undefined, remedy: (state) => `write ${mockOf(state)} to a file, and give it to --mocks` };
    }
    throw new CouldNotRun(
      `--test-case "${testCase}" is one of a MockConfigFile.json; name the file, too: --mocks MockConfigFile.json`,
    );
  }
  const text = readText(mocks, io.cwd);
  const isConfig = testCase !== undefined || isMockConfig(text);
  try {
    if (!isConfig) return { tasks: readMockMap(text), remedy: (state) => `add ${mockOf(state)} to "${mocks}"` };
    return {
      tasks: readMockConfig(text, { stateMachine: machine, testCase }),
      remedy: (state) => `name a response for ${JSON.stringify(state)} in the test case in "${mocks}"`,
    };
  } catch (error) {
    if (!(error instanceof InvalidMocksError)) throw error;
    const remedy = isConfig
      ? 'correct it, or choose with --test-case and --machine'
      : 'write it as "stepproof run --help" shows';
    throw problemsOf(mocks, error.problems, io, (count) => `cannot use --mocks "${mocks}": ${count}; ${remedy}`);
  }
}
