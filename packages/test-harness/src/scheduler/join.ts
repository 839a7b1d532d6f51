import { wait, type Fiber, type FiberEnd, type Work } from './fiber';
import type { Scheduler } from './scheduler';

/** How a group of fibers ended: all results in their order, or the failure that came first. */
export type JoinEnd<T> =
  | { readonly kind: 'done'; readonly values: readonly T[]; readonly last: number }
  | { readonly kind: 'failed'; readonly error: unknown; readonly index: number };

/**
 * Runs works side by side until all are done or one fails; then the others are cancelled. Whatever happens at the very
 * moment of the failure still happens before the others are stopped. `last` and `index` say which one ended.
 */
export function* join<T>(scheduler: Scheduler, works: readonly Work<T>[]): Work<JoinEnd<T>> {
  if (works.length === 0) return { kind: 'done', values: [], last: -1 };
  const fibers: Fiber<T>[] = [];
  try {
    return yield* wait<JoinEnd<T>>((resume) => {
      const values: T[] = Array.from({ length: works.length });
      let running = works.length;
      works.forEach((work, index) => {
        const onEnd = (end: FiberEnd<T>): void => {
          if (end.kind === 'failed') {
            resume({ kind: 'failed', error: end.error, index });
            return;
          }
          values[index] = end.value;
          if (--running === 0) resume({ kind: 'done', values, last: index });
        };
        fibers.push(scheduler.spawn(work, onEnd));
      });
      return undefined;
    });
  } finally {
    for (const fiber of fibers) fiber.cancel();
  }
}
