/**
 * What a fiber yields: something it waits for. The effect is told how to let the fiber go on, and may give back how to
 * stop waiting, which is called when the fiber is cancelled.
 */
export type Effect<T = unknown> = (resume: (value: T) => void) => (() => void) | undefined;

/** A piece of work that can wait. Everything that runs in virtual time is one of these. */
export type Work<T> = Generator<Effect, T, unknown>;

export type FiberEnd<T> =
  { readonly kind: 'done'; readonly value: T } | { readonly kind: 'failed'; readonly error: unknown };

/** One generator on its way. A scheduler steps it; it is never stepped after its end or its cancellation. */
export class Fiber<T = unknown> {
  /** Undefined after the end: a generator that is done keeps all that it has worked with. */
  #work: Work<T> | undefined;
  readonly #onEnd: (end: FiberEnd<T>) => void;
  readonly #enqueue: (step: () => void) => void;
  #stopWaiting: (() => void) | undefined;

  constructor(work: Work<T>, enqueue: (step: () => void) => void, onEnd: (end: FiberEnd<T>) => void) {
    this.#work = work;
    this.#enqueue = enqueue;
    this.#onEnd = onEnd;
    enqueue(() => {
      this.#step(undefined);
    });
  }

  get isOver(): boolean {
    return this.#work === undefined;
  }

  /** Stops the fiber where it waits. Its `finally` blocks run; what they yield is not waited for. */
  cancel(): void {
    const work = this.#work;
    if (!work) return;
    this.#work = undefined;
    this.#stopWaiting?.();
    work.return(undefined as T);
  }

  #step(value: unknown): void {
    if (!this.#work) return;
    this.#stopWaiting = undefined;
    let next: IteratorResult<Effect, T>;
    try {
      next = this.#work.next(value);
    } catch (error) {
      this.#end({ kind: 'failed', error });
      return;
    }
    if (next.done) this.#end({ kind: 'done', value: next.value });
    else this.#wait(next.value);
  }

  #wait(effect: Effect): void {
    let isWaiting = true;
    this.#stopWaiting = effect((value) => {
      // An effect may be answered once: a task that has timed out can no longer succeed.
      if (!isWaiting) return;
      isWaiting = false;
      this.#enqueue(() => {
        this.#step(value);
      });
    });
  }

  #end(end: FiberEnd<T>): void {
    this.#work = undefined;
    this.#onEnd(end);
  }
}

/** Waits for an effect that answers with a `T`. */
export function* wait<T>(effect: Effect<T>): Work<T> {
  return (yield effect) as T;
}
