import type { StateMachine } from '@stepproof/asl';
import type { Invariant, Trial } from './invariant';
import { undoingNames } from './undoing-names';

/** The states that undo others are not named so that it shows, and nobody has told them. */
export class UnknownCompensationError extends Error {
  override readonly name = 'UnknownCompensationError';
}

/**
 * If the execution does not succeed, every step that was done is undone.
 * @param pairs the state that undoes it, by the name of the state: `{ ChargeCard: 'RefundCard' }`. Default: what the names
 * of the states tell.
 */
export function compensates(pairs?: Readonly<Record<string, string>>): Invariant {
  return {
    name: 'compensates',
    check({ execution, definition }) {
      const undoing = pairs ?? inferredPairs(definition);
      if (execution.status === 'SUCCEEDED') return undefined;
      const forgotten = Object.keys(undoing).find(
        (name) => isDone(execution, name) && execution.states(undoing[name]!).entered === 0,
      );
      if (forgotten === undefined) return undefined;
      return {
        title: `"${forgotten}" was done, and "${undoing[forgotten]}" never undid it`,
        ...(pairs === undefined && {
          detail: `that the one undoes the other is told by their names; if it is not so, give compensates(${JSON.stringify(undoing)}) without it`,
        }),
      };
    },
  };
}

const isDone = (execution: Trial['execution'], name: string): boolean =>
  execution.states(name).attempts.some((attempt) => attempt.error === undefined && 'output' in attempt);

function inferredPairs(definition: StateMachine): Readonly<Record<string, string>> {
  const pairs = definition.once(undoingNames);
  if (Object.keys(pairs).length > 0) return pairs;
  throw new UnknownCompensationError(
    'No name of a state tells what it undoes; give the pairs, such as compensates({ ChargeCard: "RefundCard" })',
  );
}
