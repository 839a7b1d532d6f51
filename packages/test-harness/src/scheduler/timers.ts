interface Timer {
  readonly time: number;
  /** The order in which the timers were set decides between those of one time. */
  readonly order: number;
  readonly action: () => void;
  isCancelled: boolean;
}

const isBefore = (a: Timer, b: Timer): boolean => a.time < b.time || (a.time === b.time && a.order < b.order);

/** Actions by time, earliest first: a binary heap. */
export class Timers {
  readonly #heap: Timer[] = [];
  #count = 0;

  /** Gives back how to cancel. A cancelled timer stays in the heap until its time comes. */
  set(time: number, action: () => void): () => void {
    const timer: Timer = { time, order: this.#count++, action, isCancelled: false };
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
    return () => {
      timer.isCancelled = true;
    };
  }

  /** When the next timer is due; undefined without one. */
  get next(): number | undefined {
    while (this.#heap[0]?.isCancelled) this.#removeFirst();
    return this.#heap[0]?.time;
  }

  /** The actions that are due at the time of the next timer, in the order in which they were set. */
  takeNext(): (() => void)[] {
    const time = this.next;
    const due: (() => void)[] = [];
    while (time !== undefined && this.next === time) {
      const timer = this.#removeFirst()!;
      // Looked at when its turn comes: an action before it may have cancelled it.
      due.push(() => {
        if (!timer.isCancelled) timer.action();
      });
    }
    return due;
  }

  #removeFirst(): Timer | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (last && last !== first) {
      this.#heap[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #rise(start: number): void {
    for (let index = start; index > 0;) {
      const parent = (index - 1) >> 1;
      if (!isBefore(this.#heap[index]!, this.#heap[parent]!)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #sink(start: number): void {
    for (let index = start; ;) {
      const left = 2 * index + 1;
      let least = index;
      for (const child of [left, left + 1]) {
        if (child < this.#heap.length && isBefore(this.#heap[child]!, this.#heap[least]!)) least = child;
      }
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #swap(a: number, b: number): void {
    const timer = this.#heap[a]!;
    this.#heap[a] = this.#heap[b]!;
    this.#heap[b] = timer;
  }
}
