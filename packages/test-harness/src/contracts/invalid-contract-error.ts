import { relative } from 'node:path';
import type { ContractProblem } from '@stepproof/asl';

/** A message with hundreds of problems helps nobody; `problems` has them all. */
const maxShown = 10;

/** A contract cannot be used: it names what the machine does not have, or holds what is no JSON Schema. */
export class InvalidContractError extends Error {
  override readonly name = 'InvalidContractError';
  declare readonly problems: readonly ContractProblem[];

  constructor(problems: readonly ContractProblem[]) {
    const lines = problems.slice(0, maxShown).map(({ message, file, line, column }) => {
      const place = file === undefined ? 'contract' : `${relative(process.cwd(), file)}:${line}:${column}`;
      return `\n  ${place}  ${message}`;
    });
    const more = problems.length - lines.length;
    super(`The contract cannot be used:${lines.join('')}${more > 0 ? `\n  and ${more} more` : ''}`);
    // Not enumerable, or every test runner would print them all behind the message.
    Object.defineProperty(this, 'problems', { value: problems });
  }
}
