import type { LocatedEntry, LocatedString } from '../located';

/** Collects the members of a mapping, those that merge keys (`<<`) bring in included: https://yaml.org/type/merge.html */
export class Members {
  private readonly names = new Map<string, LocatedString>();
  /** In the order written; an array stands where a merge key stands. */
  private readonly parts: (LocatedEntry | readonly LocatedEntry[])[] = [];
  private merges = false;

  /** The key of the same name that is already there, if any. */
  add(entry: LocatedEntry): LocatedString | undefined {
    const { key } = entry;
    const first = this.names.get(key.value);
    if (!first) this.names.set(key.value, key);
    this.parts.push(entry);
    return first;
  }

  merge(entries: readonly LocatedEntry[]): void {
    this.merges = true;
    this.parts.push(entries);
  }

  /** Explicit members win over merged ones wherever they stand, and what is merged first wins over what comes later. */
  entries(): LocatedEntry[] {
    if (!this.merges) return this.parts as LocatedEntry[];
    const taken = new Set(this.names.keys());
    const entries: LocatedEntry[] = [];
    for (const part of this.parts) {
      if ('key' in part) {
        entries.push(part);
        continue;
      }
      const lastOfName = new Map(part.map((entry) => [entry.key.value, entry]));
      for (const [name, entry] of lastOfName) {
        if (taken.has(name)) continue;
        taken.add(name);
        entries.push(entry);
      }
    }
    return entries;
  }
}
