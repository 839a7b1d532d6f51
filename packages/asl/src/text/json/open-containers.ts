import type { Located, LocatedEntry, LocatedString } from '../located';
import { quoted } from '../quoted';

export interface OpenArray {
  readonly kind: 'array';
  readonly start: number;
  readonly items: Located[];
  faulty: boolean;
}

export interface OpenObject {
  readonly kind: 'object';
  readonly start: number;
  readonly entries: LocatedEntry[];
  readonly keys: Map<string, LocatedString>;
  /** The name that waits for its value. A value without one is read and left out. */
  key: LocatedString | undefined;
  faulty: boolean;
}

/** `faulty`: a problem is reported for what stands since the last comma, so what else is odd there follows from it. */
export type OpenContainer = OpenArray | OpenObject;

export const closers = { object: '}', array: ']' } as const;

export const openArray = (start: number): OpenArray => ({ kind: 'array', start, items: [], faulty: false });

export const openObject = (start: number): OpenObject => ({
  kind: 'object',
  start,
  entries: [],
  keys: new Map(),
  key: undefined,
  faulty: false,
});

/** The objects and arrays of JSON that are read and not yet closed, the outermost first. */
export class OpenContainers {
  readonly #open: OpenContainer[] = [];
  readonly #count = { object: 0, array: 0 };

  get depth(): number {
    return this.#open.length;
  }

  get top(): OpenContainer | undefined {
    return this.#open.at(-1);
  }

  has(kind: OpenContainer['kind']): boolean {
    return this.#count[kind] > 0;
  }

  push(container: OpenContainer): void {
    this.#open.push(container);
    this.#count[container.kind]++;
  }

  pop(): OpenContainer | undefined {
    const container = this.#open.pop();
    if (container) this.#count[container.kind]--;
    return container;
  }

  /** The brackets that would close all. */
  get missing(): string {
    return this.#open
      .map(({ kind }) => closers[kind])
      .reverse()
      .join('');
  }

  /** What messages call the key that waits for its value. */
  get nameOfKey(): string {
    const { top } = this;
    return top?.kind === 'object' && top.key ? quoted(top.key.value) : 'the property name';
  }

  /** What messages call the innermost: `the array "Choices"`. */
  get nameOfTop(): string {
    const { top } = this;
    const around = this.#open.slice(0, -1).findLast((open) => open.kind === 'object');
    if (!top || around?.kind !== 'object' || !around.key) return `the outermost ${top?.kind}`;
    const direct = this.#open.at(-2) === around;
    return `the ${top.kind} ${direct ? '' : 'inside '}${quoted(around.key.value)}`;
  }
}
