import { InvalidMocksError, readMockConfig, readMockMap, type Tasks } from '@stepproof/test-harness';
import type { RunOptions } from '../commands/run';
import { CouldNotRun } from '../could-not-run';
import type { Io } from '../io';
import { problemsOf } from './located-problems';
import { readText } from './read-text';

/** The mocks of the file that `--mocks` names. */
export function givenMocks({ mocks, testCase, machine }: RunOptions, io: Io): Tasks | undefined {
  if (mocks === undefined) {
    if (testCase === undefined) return undefined;
    throw new CouldNotRun(
      `--test-case "${testCase}" is one of a MockConfigFile.json; name the file, too: --mocks MockConfigFile.json`,
    );
  }
  const text = readText(mocks, io.cwd);
  try {
    return testCase === undefined ? readMockMap(text) : readMockConfig(text, { stateMachine: machine, testCase });
  } catch (error) {
    if (!(error instanceof InvalidMocksError)) throw error;
    const form =
      testCase === undefined
        ? 'write it as "stepproof run --help" shows, or name a test case of a MockConfigFile.json with --test-case'
        : 'correct the file, or give the names in it to --test-case and --machine';
    throw problemsOf(mocks, error.problems, io, (count) => `cannot use --mocks "${mocks}": ${count}; ${form}`);
  }
}
