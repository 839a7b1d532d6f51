import type { Invariant } from './invariant';

/**
 * If the execution fails, every step that was done is undone, the last first.
 * @param pairs the state that undoes it, by the name of the state: `{ ChargeCard: 'RefundCard' }`
 */
export function compensates(pairs: Readonly<Record<string, string>>): Invariant {
  return {
    name: 'compensates',
    check({ execution }) {
      if (execution.status === 'SUCCEEDED') return undefined;
      const done = Object.keys(pairs).filter((name) =>
        execution.states(name).attempts.some((attempt) => attempt.error === undefined && 'output' in attempt),
      );
      const forgotten = done.find((name) => execution.states(pairs[name]!).entered === 0);
      if (forgotten === undefined) return undefined;
      return { title: `"${forgotten}" was done, and "${pairs[forgotten]}" never undid it` };
    },
  };
}
