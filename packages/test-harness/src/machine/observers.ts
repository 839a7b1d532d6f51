import type { HistoryObserver } from '../history/history';

/** In the global object, because test runners load this module anew for each file, and some tests reset their modules. */
const registry = Symbol.for('@stepproof/test-harness/observers');

const known = globalThis as { [registry]?: Set<HistoryObserver> };

/**
 * Lets an observer see the events of every execution that begins from now on, whoever starts it: for coverage and other
 * instruments. Gives back how to stop it. An observer that concerns one execution belongs into its options.
 */
export function observeExecutions(observer: HistoryObserver): () => void {
  const observers = (known[registry] ??= new Set());
  observers.add(observer);
  return () => {
    observers.delete(observer);
  };
}

export const registeredObservers = (): Iterable<HistoryObserver> => known[registry] ?? [];
