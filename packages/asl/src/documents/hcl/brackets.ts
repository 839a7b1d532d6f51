import { maxDepth, tooDeep } from '../../text/limits';
import { closers, HclCursor } from './cursor';
import type { HclExpression } from './expression';
import type { HclToken } from './tokens';

/** Goes into brackets and out of them, no deeper than `maxDepth`. */
export class HclBrackets extends HclCursor {
  private depth = 0;

  /** What stands between a pair of brackets, the current token the first of them. */
  protected between<T>(skipsNewlines: boolean, read: (open: HclToken) => T): T {
    const around = this.skipsNewlines;
    const endsAtColon = this.endsAtColon;
    const open = this.token;
    if (++this.depth > maxDepth) this.refuse(tooDeep);
    this.skipsNewlines = skipsNewlines;
    this.endsAtColon = false;
    this.take();
    const inside = read(open);
    this.depth--;
    this.skipsNewlines = around;
    this.endsAtColon = endsAtColon;
    if (around) this.newlines();
    return inside;
  }

  /** What stands between a `?`, which has been taken, and its `:`. */
  protected untilColon<T>(read: () => T): T {
    const around = this.endsAtColon;
    if (++this.depth > maxDepth) this.refuse(tooDeep);
    this.endsAtColon = true;
    const inside = read();
    this.depth--;
    this.endsAtColon = around;
    return inside;
  }

  /** What stands between brackets or parentheses, the closing one included. */
  protected list<T>(open: HclToken, item: () => T): { items: T[]; expands: boolean } {
    const items: T[] = [];
    let expands = false;
    while (!this.isSymbol(closers[open.text]!)) {
      if (this.token.kind === 'end') this.neverClosed(open);
      items.push(item());
      expands = this.isSymbol('...');
      if (expands) this.take();
      if (!this.isSymbol(',')) break;
      this.take();
    }
    this.close(open);
    return { items, expands };
  }

  /** The rest of a `for` expression, or of an index that is computed. */
  protected rest(open: HclToken): HclExpression {
    while (!this.isSymbol(closers[open.text]!)) {
      if (this.token.kind === 'end') this.neverClosed(open);
      this.skip();
    }
    this.close(open);
    return { kind: 'unknown', range: [open.start, this.taken] };
  }
}
