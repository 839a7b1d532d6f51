import { durationText, type HistoryObserver } from '@stepproof/test-harness';
import type { Io } from '../io';

/** Most executions have fewer events, and end before anybody could read the line. */
const eventsBetween = 2000;
const clearLine = '\r\u001B[K';

/** One line about an execution that takes long, on a terminal only. */
export class Progress {
  readonly #out: Io['stderr'];
  #events = 0;
  #start: number | undefined;

  constructor(out: Io['stderr']) {
    this.#out = out;
  }

  readonly observe: HistoryObserver = ({ time }) => {
    this.#start ??= time;
    if (++this.#events % eventsBetween !== 0 || !this.#out.isTTY) return;
    this.#out.write(`${clearLine}${this.#events} events, ${durationText((time - this.#start) / 1000)} of virtual time`);
  };

  /** Takes the line away. */
  end(): void {
    if (this.#events >= eventsBetween && this.#out.isTTY) this.#out.write(clearLine);
  }
}
