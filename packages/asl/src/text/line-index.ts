/** A place as editors count it; both from 1. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines and columns. Lines end at `\n`, `\r\n` or `\r`, as in YAML and in editors. */
export class LineIndex {
  private readonly starts: number[] = [0];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (const lineBreak of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(lineBreak.index + lineBreak[0].length);
  }

  /** An offset outside the text counts as the nearest end of it. */
  locate(offset: number): LineColumn {
    const inside = Math.min(Math.max(offset, 0), this.length);
    let line = 0;
    let after = this.starts.length;
    while (after - line > 1) {
      const middle = (line + after) >>> 1;
      if ((this.starts[middle] ?? 0) <= inside) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: inside - (this.starts[line] ?? 0) + 1 };
  }
}
