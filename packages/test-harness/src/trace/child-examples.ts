import type { Execution } from '../machine/execution';

/** How many children of a Map Run are shown at most of those that succeeded, and of those that did not. */
const maxShown = 3;

interface Examples {
  /** The indexes of the children to show. */
  readonly shown: readonly number[];
  /** What is to be said of the others; undefined if there are none. */
  readonly rest: string | undefined;
}

/** Chooses from the children of a Map Run the first that succeeded and the first that did not. */
export function examplesOf(children: readonly Pick<Execution, 'status'>[]): Examples {
  const shown: number[] = [];
  const left = new Map<string, number>();
  let [succeeded, others] = [0, 0];
  children.forEach(({ status }, index) => {
    const before = status === 'SUCCEEDED' ? succeeded++ : others++;
    if (before < maxShown) shown.push(index);
    else left.set(status, (left.get(status) ?? 0) + 1);
  });
  return { shown, rest: left.size === 0 ? undefined : restText(left) };
}

function restText(left: ReadonlyMap<string, number>): string {
  const count = [...left.values()].reduce((sum, ofStatus) => sum + ofStatus, 0);
  const children = `... and ${count} more ${count === 1 ? 'child' : 'children'}`;
  if (left.size === 1) return `${children}, ${count === 1 ? '' : 'all '}${[...left.keys()].join('')}`;
  return `${children}: ${[...left].map(([status, ofStatus]) => `${ofStatus} ${status}`).join(', ')}`;
}
