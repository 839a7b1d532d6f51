import { relative } from 'node:path';
import type { ContractProblem } from '@stepproof/asl';
import { attachProblems, problemLines } from '../machine/problem-list';

/** A contract cannot be used: it names what the machine does not have, or holds what is no JSON Schema. */
export class InvalidContractError extends Error {
  override readonly name = 'InvalidContractError';
  declare readonly problems: readonly ContractProblem[];

  constructor(problems: readonly ContractProblem[]) {
    const placeOf = ({ file, line, column }: ContractProblem): string =>
      file === undefined ? 'contract' : `${relative(process.cwd(), file)}:${line}:${column}`;
    super(`The contract cannot be used:${problemLines(problems, placeOf)}`);
    attachProblems(this, problems);
  }
}
