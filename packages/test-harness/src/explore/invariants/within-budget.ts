import type { Invariant, Violation } from './invariant';

/** The most that an execution may take; what is not given is not limited. */
export interface Budget {
  /** Virtual seconds. */
  readonly seconds?: number;
  /** Events in the history; a Standard execution may have 25,000. */
  readonly events?: number;
  /** Bytes of the largest input or output of a state; Step Functions takes 262,144. */
  readonly payload?: number;
  /** Calls of integrations, retries included. */
  readonly calls?: number;
}

export function withinBudget({ seconds, events, payload, calls }: Budget): Invariant {
  return {
    name: 'within budget',
    check({ execution }) {
      const over = (limit: number | undefined, value: () => number, what: string): Violation | undefined => {
        const found = limit === undefined ? 0 : value();
        return limit !== undefined && found > limit
          ? { title: `more than ${limit} ${what}`, detail: `${found} ${what}` }
          : undefined;
      };
      return (
        over(seconds, () => execution.duration, 'seconds') ??
        over(events, () => execution.history.length, 'events') ??
        over(calls, () => execution.calls().length, 'calls') ??
        over(payload, () => largestPayload(execution.history), 'bytes of payload')
      );
    },
  };
}

const largestPayload = (history: readonly object[]): number =>
  history.reduce((largest, event) => Math.max(largest, sizeOf(event)), 0);

function sizeOf(event: object): number {
  const details = Object.entries(event).find(([name]) => name.endsWith('EventDetails'))?.[1] as
    { readonly input?: string; readonly output?: string } | undefined;
  return Buffer.byteLength(details?.input ?? details?.output ?? '');
}
