import { Fiber, type Effect, type FiberEnd, type Work } from './fiber';
import { Timers } from './timers';

/** An answer from outside virtual time: a handler's promise, or an expression that is evaluated asynchronously. */
interface Answer<T = unknown> {
  readonly resume: (end: FiberEnd<T>) => void;
  /** Undefined while it is due. */
  end: FiberEnd<T> | undefined;
  /** Whether the fiber still waits for it. */
  isWanted: boolean;
}

/**
 * A discrete-event scheduler: fibers run until all of them wait, then the clock jumps to the next timer. It stands still
 * while an answer from outside is due, and answers are delivered in the order of the questions, so that the real speed
 * of a handler changes nothing. There is one for each execution and those that it starts; nothing is shared between two.
 */
export class Scheduler {
  /** Virtual time: milliseconds since 1970. */
  #now: number;
  readonly #ready: (() => void)[] = [];
  readonly #timers = new Timers();
  #answers: Answer[] = [];
  /** How many of the answers are still due. */
  #due = 0;
  #wake: (() => void) | undefined;

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  spawn<T>(work: Work<T>, onEnd: (end: FiberEnd<T>) => void): Fiber<T> {
    return new Fiber(work, this.#enqueue, onEnd);
  }

  /** Calls back at that time, or as soon as possible if it is past. Gives back how to cancel. */
  at(time: number, action: () => void): () => void {
    return this.#timers.set(Math.max(time, this.#now), action);
  }

  /** Lets everything else that is ready go first. */
  readonly tick: Effect = (resume) => {
    resume(undefined);
    return undefined;
  };

  /** Waits for that many seconds. */
  sleep(seconds: number): Effect {
    return (resume) =>
      this.at(this.#now + seconds * 1000, () => {
        resume(undefined);
      });
  }

  /** Waits for an answer from outside. */
  answerOf<T>(promise: PromiseLike<T>): Effect<FiberEnd<T>> {
    return (resume) => {
      const answer: Answer<T> = { resume, end: undefined, isWanted: true };
      this.#answers.push(answer as Answer);
      this.#due++;
      const settle = (end: FiberEnd<T>): void => {
        answer.end = end;
        this.#due--;
        if (this.#due === 0) this.#wake?.();
      };
      promise.then(
        (value) => {
          settle({ kind: 'done', value });
        },
        (error: unknown) => {
          settle({ kind: 'failed', error });
        },
      );
      return () => {
        answer.isWanted = false;
      };
    };
  }

  /**
   * Runs until `isDone`, or until nothing is left to happen before or at `horizon`.
   * The clock then stands at the horizon, if that is finite.
   */
  async run(isDone: () => boolean, horizon = Infinity): Promise<void> {
    while (!this.runToAnswers(isDone, horizon)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
  }

  /** As `run`, but stops where answers from outside are due, and says so with false. */
  runToAnswers(isDone: () => boolean, horizon = Infinity): boolean {
    for (;;) {
      this.#drain();
      if (isDone()) return true;
      if (this.#answers.length > 0) {
        if (this.#due > 0) return false;
        const settled = this.#answers;
        this.#answers = [];
        for (const { resume, end, isWanted } of settled) if (isWanted) resume(end!);
        continue;
      }
      const next = this.#timers.next;
      if (next === undefined || next > horizon) {
        if (Number.isFinite(horizon)) this.#now = Math.max(this.#now, horizon);
        return true;
      }
      this.#now = next;
      // All timers of one moment fire before any fiber sees that time: what happens at once, happens at once.
      for (const action of this.#timers.takeNext()) action();
    }
  }

  readonly #enqueue = (step: () => void): void => {
    this.#ready.push(step);
  };

  #drain(): void {
    // The list grows while it is walked; cut off now and then, so that a long run holds no memory.
    for (let index = 0; index < this.#ready.length; index++) {
      this.#ready[index]!();
      if (index === 1023) {
        this.#ready.splice(0, 1024);
        index = -1;
      }
    }
    this.#ready.length = 0;
  }
}
