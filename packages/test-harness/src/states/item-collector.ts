import type { Json } from '@stepproof/asl';
import { isItems, type Dataset, type ItemSet } from './item-set';

/** Gathers the items of one S3 object after the other, as many as a Map takes. */
export class ItemCollector implements ItemSet {
  readonly values: Json[] = [];
  readonly sources: string[] = [];
  readonly #keys: (string | undefined)[] = [];
  readonly #limit: number;
  #hasKeys = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get keys(): readonly (string | undefined)[] | undefined {
    return this.#hasKeys ? this.#keys : undefined;
  }

  get isFull(): boolean {
    return this.values.length >= this.#limit;
  }

  add(dataset: Dataset, source: string): void {
    if (isItems(dataset)) {
      for (const value of dataset) this.#add(undefined, value, source);
    } else {
      this.#hasKeys = true;
      for (const [key, value] of Object.entries(dataset)) this.#add(key, value, source);
    }
  }

  #add(key: string | undefined, value: Json, source: string): void {
    if (this.isFull) return;
    this.values.push(value);
    this.#keys.push(key);
    this.sources.push(source);
  }
}
