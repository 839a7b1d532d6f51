import { relative, resolve } from 'node:path';
import type { WorkflowType } from '@stepproof/asl';
import {
  InvalidContractError,
  InvalidDefinitionError,
  loadMachine,
  UnknownMachineError,
  type StateMachine,
} from '@stepproof/test-harness';
import { CouldNotRun } from '../could-not-run';
import type { Io } from '../io';
import { problemsOf } from './located-problems';
import { unreadable } from './read-text';
import type { RunOptions } from './run-options';

/**
 * The machine that the user wants to run.
 * @throws {CouldNotRun} if there is none, if it is not said which, if AWS would refuse it, or if its contract is broken
 */
export function chosenMachine(
  file: string,
  { machine, type }: Pick<RunOptions, 'machine' | 'type'>,
  io: Io,
): StateMachine {
  try {
    return loadMachine(resolve(io.cwd, file), machine, {
      type: type?.toUpperCase() as WorkflowType | undefined,
      displayName: file,
    });
  } catch (error) {
    if (error instanceof InvalidDefinitionError) throw refused(file, error, io);
    if (error instanceof InvalidContractError) throw brokenContract(file, error, io);
    if (error instanceof UnknownMachineError) {
      throw new CouldNotRun(error.message.replace('name one of', 'choose one with --machine:'));
    }
    throw unreadable(file, error);
  }
}

function brokenContract(file: string, { problems }: InvalidContractError, io: Io): CouldNotRun {
  const located = problems.map((problem) => ({ ...problem, file: relative(io.cwd, problem.file ?? file) }));
  return problemsOf(file, located, io, (count) => `the contract of "${file}" cannot be used: ${count}; mend it first`);
}

function refused(file: string, { problems }: InvalidDefinitionError, io: Io): CouldNotRun {
  const isRead = problems.every(({ aws }) => aws.code !== 'INVALID_JSON_DESCRIPTION');
  return problemsOf(file, problems, io, (count) =>
    isRead
      ? `AWS would refuse the definition in "${file}": ${count}; mend them first`
      : `cannot read "${file}": ${count}; correct the text`,
  );
}
