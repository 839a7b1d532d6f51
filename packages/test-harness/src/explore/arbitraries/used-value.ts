import type { Json } from '@stepproof/asl';

/** What the machine does with a value shows what it can be; a count is a whole number of 0 or more. */
export type Use =
  'string' | 'number' | 'count' | 'boolean' | 'timestamp' | 'array' | 'object' | 'json text' | 'number text';

/** The step from a text to the JSON value that it is the text of. */
export const content = Symbol('content');

/** The step to the items of a list, of which there may be none. */
export const eachItem = Symbol('each item');

/** A way into a value: members, indexes at which there must be something, all items, and what a text holds. */
export type UsePath = readonly (string | number | typeof content | typeof eachItem)[];

/** A value as far as the machine looks at it: its members, the items of an array, what it is compared with. */
export class UsedValue {
  readonly members = new Map<string, UsedValue>();
  readonly uses = new Set<Use>();
  /** Constants that it is compared with, by their JSON texts. */
  readonly #literals = new Map<string, Json>();
  item: UsedValue | undefined;
  /** How many items there must be, because they are read by their index. */
  minItems = 0;
  /** Of a JSON text, the value. */
  content: UsedValue | undefined;
  /** Whether the machine asks if it is there, and so has an answer to either. */
  isOptional = false;

  get literals(): readonly Json[] {
    return [...this.#literals.values()];
  }

  get isUsed(): boolean {
    return this.members.size > 0 || this.uses.size > 0 || this.#literals.size > 0 || !!this.item || !!this.content;
  }

  compareWith(literals: readonly Json[]): void {
    for (const literal of literals) this.#literals.set(JSON.stringify(literal), literal);
  }

  /** The value at that path below this one; asking for it is using it. */
  at(path: UsePath): UsedValue {
    return path.reduce<UsedValue>((value, step) => value.#step(step), this);
  }

  #step(step: UsePath[number]): UsedValue {
    if (step === content) return (this.content ??= new UsedValue());
    if (typeof step === 'number') this.minItems = Math.max(this.minItems, step + 1);
    if (typeof step !== 'string') return (this.item ??= new UsedValue());
    let member = this.members.get(step);
    if (!member) this.members.set(step, (member = new UsedValue()));
    return member;
  }

  /** The same value with those members only. */
  only(has: (member: string) => boolean): UsedValue {
    const some = new UsedValue();
    for (const [name, member] of this.members) if (has(name)) some.members.set(name, member);
    for (const use of this.uses) some.uses.add(use);
    some.compareWith(this.literals);
    some.item = this.item;
    some.minItems = this.minItems;
    some.content = this.content;
    return some;
  }

  /** Takes over what is known of another one: they are the same value. */
  add(other: UsedValue, depth = 0): void {
    if (other === this || depth > maxDepth) return;
    for (const use of other.uses) this.uses.add(use);
    this.compareWith(other.literals);
    this.isOptional ||= other.isOptional;
    for (const [name, member] of [...other.members]) this.#step(name).add(member, depth + 1);
    if (other.item) this.#step(eachItem).add(other.item, depth + 1);
    this.minItems = Math.max(this.minItems, other.minItems);
    if (other.content) this.#step(content).add(other.content, depth + 1);
  }
}

/** Values that are put into themselves, over and over in a loop, would have no end. */
const maxDepth = 8;
