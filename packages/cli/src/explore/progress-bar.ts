import type { Io } from '../io';

const width = 30;
const clearLine = '\r\u001B[K';

/** How far an exploration is, on a terminal only. */
export class ProgressBar {
  readonly #out: Io['stderr'];
  readonly #total: number;

  constructor(out: Io['stderr'], total: number) {
    this.#out = out;
    this.#total = total;
  }

  readonly show = (done: number): void => {
    if (!this.#out.isTTY) return;
    const filled = Math.round((Math.min(done, this.#total) / this.#total) * width);
    this.#out.write(`${clearLine}[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done} of ${this.#total} runs`);
  };

  /** Takes the bar away. */
  end(): void {
    if (this.#out.isTTY) this.#out.write(clearLine);
  }
}
