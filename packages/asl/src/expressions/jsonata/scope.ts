/**
 * The variables that an expression binds itself, as JSONata's frames hold them: a block and a function body have their
 * own. A function body runs later than it is written, so it is visited when its surroundings have bound all they bind;
 * that is what lets a function call itself or one that is defined below it.
 */
export class Scope {
  private readonly outer: Scope | undefined;
  private readonly names = new Set<string>();
  private readonly later: (() => void)[] = [];

  constructor(outer?: Scope) {
    this.outer = outer;
  }

  bind(name: string): void {
    this.names.add(name);
  }

  binds(name: string): boolean {
    return this.names.has(name) || (this.outer?.binds(name) ?? false);
  }

  atTheEnd(visit: () => void): void {
    this.later.push(visit);
  }

  /** Visits the function bodies that were written in this scope. */
  close(): void {
    for (const visit of this.later) visit();
  }
}
