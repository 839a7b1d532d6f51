interface Timer {
  readonly time: number;
  /** The order in which the timers were set decides between those of one time. */
  readonly order: number;
  /** Undefined once it is cancelled: what it refers to is not kept until its time comes. */
  action: (() => void) | undefined;
}

/** So many cancelled timers may stay in the heap, beside as many as there are others. */
const fewCancelled = 100;

const compare = (a: Timer, b: Timer): number => a.time - b.time || a.order - b.order;

const isBefore = (a: Timer, b: Timer): boolean => compare(a, b) < 0;

/** Actions by time, earliest first: a binary heap. */
export class Timers {
  #heap: Timer[] = [];
  #count = 0;
  #cancelled = 0;

  /** Gives back how to cancel. */
  set(time: number, action: () => void): () => void {
    const timer: Timer = { time, order: this.#count++, action };
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
    return () => {
      if (timer.action === undefined) return;
      timer.action = undefined;
      if (++this.#cancelled > fewCancelled + this.#heap.length / 2) this.#sweep();
    };
  }

  /** When the next timer is due; undefined without one. */
  get next(): number | undefined {
    while (this.#heap[0] && !this.#heap[0].action) this.#removeFirst();
    return this.#heap[0]?.time;
  }

  /** The actions that are due at the time of the next timer, in the order in which they were set. */
  takeNext(): (() => void)[] {
    const time = this.next;
    const due: (() => void)[] = [];
    while (time !== undefined && this.next === time) {
      const timer = this.#removeFirst()!;
      // Looked at when its turn comes: an action before it may have cancelled it.
      due.push(() => timer.action?.());
    }
    return due;
  }

  /** Takes the cancelled timers out. A sorted list is a heap. */
  #sweep(): void {
    this.#heap = this.#heap.filter(({ action }) => action).sort(compare);
    this.#cancelled = 0;
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
