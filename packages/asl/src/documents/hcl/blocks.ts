import type { Range } from '../../text/located';
import { endOfHclString } from './template';
import { closingOfHeredoc, commentStart, heredocStart, identifier } from './tokens';

/** `name = expression` in a block. */
export interface HclAttribute {
  readonly name: string;
  /** The expression as written, without comments. */
  readonly expression: string;
  /** Where the expression stands, with the blanks and comments around it. */
  readonly range: Range;
  readonly heredocs: readonly HclHeredoc[];
}

export interface HclHeredoc {
  /** Where its lines stand. */
  readonly lines: Range;
  /** `<<-`: the indentation that its lines share is no part of them. */
  readonly isIndented: boolean;
}

/** `type "label" { ... }`. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, HclAttribute>;
  readonly blocks: readonly HclBlock[];
}

export interface HclFile {
  /** All blocks, those inside others included. */
  readonly blocks: readonly HclBlock[];
  /** What stands outside of all blocks: the values of a `.tfvars` file. */
  readonly attributes: ReadonlyMap<string, HclAttribute>;
  /** Comments without their delimiters. */
  readonly comments: readonly { readonly value: string; readonly range: Range }[];
}

/**
 * The blocks, attributes and heredocs of a Terraform file (HCL native syntax, the structural part:
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). Expressions are skipped here; those that matter are
 * given to `parseHclExpression`. Reads any text in one pass: what is no HCL gives no blocks.
 * @param offset where the text stands in the one that places are told of
 */
export function scanHcl(text: string, offset = 0): HclFile {
  return new HclScanner(text, offset).scan();
}

const blank = /[ \t\r]*/y;

class HclScanner {
  private readonly text: string;
  private readonly offset: number;
  private at = 0;
  private readonly comments: { value: string; range: Range }[] = [];
  private readonly blocks: HclBlock[] = [];

  constructor(text: string, offset: number) {
    this.text = text;
    this.offset = offset;
  }

  scan(): HclFile {
    const top = { attributes: new Map<string, HclAttribute>(), blocks: [] as HclBlock[] };
    const open = [top];
    while (this.at < this.text.length) {
      const name = this.match(identifier)?.[0];
      if (name === undefined) {
        if (this.text[this.at] === '}' && open.length > 1) open.pop();
        if (!this.skipComment()) this.at++;
        continue;
      }
      const labels = this.labels();
      const next = this.text[this.at];
      if (next === '=' && labels.length === 0) {
        this.at++;
        open.at(-1)!.attributes.set(name, { name, ...this.expression() });
      } else if (next === '{') {
        this.at++;
        const block = { type: name, labels, attributes: new Map<string, HclAttribute>(), blocks: [] };
        this.blocks.push(block);
        open.at(-1)!.blocks.push(block);
        open.push(block);
      }
    }
    return { blocks: this.blocks, attributes: top.attributes, comments: this.comments };
  }

  private labels(): string[] {
    const labels: string[] = [];
    for (;;) {
      this.match(blank);
      if (this.text[this.at] === '"') {
        const start = this.at;
        this.skipString();
        labels.push(this.text.slice(start + 1, this.at - 1));
      } else {
        const label = this.match(identifier);
        if (!label) return labels;
        labels.push(label[0]);
      }
    }
  }

  /** Up to the end of the line outside all brackets, or to the bracket that closes a block written in one line. */
  private expression(): Omit<HclAttribute, 'name'> {
    const heredocs: HclHeredoc[] = [];
    const start = this.at;
    let expression = '';
    let copied = this.at;
    let depth = 0;
    while (this.at < this.text.length) {
      const char = this.text[this.at]!;
      if (char === '\n' && depth === 0) break;
      if (')]}'.includes(char) && depth-- === 0) break;
      if ('([{'.includes(char)) depth++;
      const opening = char === '<' ? this.match(heredocStart) : null;
      if (opening) heredocs.push({ lines: this.heredoc(opening[1]!), isIndented: opening[0].startsWith('<<-') });
      else if (char === '"') this.skipString();
      else {
        const before = this.at;
        if (this.skipComment()) {
          expression += this.text.slice(copied, before);
          copied = this.at;
        } else this.at++;
      }
    }
    expression += this.text.slice(copied, this.at);
    return { expression: expression.trim(), range: this.placed(start, this.at), heredocs };
  }

  /** Skips the lines up to the closing marker; leaves the line break after it, which ends the expression. */
  private heredoc(marker: string): Range {
    const start = this.at;
    const [lineStart, lineEnd] = closingOfHeredoc(this.text, start, marker) ?? [this.text.length, this.text.length];
    this.at = lineEnd;
    return this.placed(start, lineStart);
  }

  private skipString(): void {
    this.at = endOfHclString(this.text, this.at);
  }

  private skipComment(): boolean {
    const start = this.at;
    const open = this.match(commentStart)?.[0];
    if (open === undefined) return false;
    const close = open === '/*' ? '*/' : '\n';
    const end = this.text.indexOf(close, start + open.length);
    const inner = end < 0 ? this.text.length : end;
    this.at = open === '/*' ? Math.min(inner + 2, this.text.length) : inner;
    const value = this.text.slice(start + open.length, inner).replace(/\r$/, '');
    const after = open === '/*' ? this.at : start + open.length + value.length;
    this.comments.push({ value, range: this.placed(start, after) });
    return true;
  }

  private placed(start: number, end: number): Range {
    return [this.offset + start, this.offset + end];
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}
