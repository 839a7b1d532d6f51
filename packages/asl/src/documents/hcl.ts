import type { Range } from '../text/located';
import { endOfHclString } from './hcl-template';
import { closingOfHeredoc, commentStart, heredocStart, identifier } from './hcl-tokens';

/** `name = expression` in a block. */
export interface HclAttribute {
  readonly name: string;
  /** The expression as written, without comments. */
  readonly expression: string;
  /** Where the expression stands, with the blanks and comments around it. */
  readonly range: Range;
  /** Where the lines of the heredocs in the expression stand. */
  readonly heredocs: readonly Range[];
}

/** `type "label" { ... }`; blocks inside it are blocks of their own. */
export interface HclBlock {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, HclAttribute>;
}

export interface HclFile {
  readonly blocks: readonly HclBlock[];
  /** Comments without their delimiters. */
  readonly comments: readonly { readonly value: string; readonly range: Range }[];
}

/**
 * The blocks, attributes and heredocs of a Terraform file (HCL native syntax, the structural part:
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md). Expressions are skipped here; those that matter are
 * given to `parseHclExpression`. Reads any text in one pass: what is no HCL gives no blocks.
 */
export function scanHcl(text: string): HclFile {
  return new HclScanner(text).scan();
}

const blank = /[ \t\r]*/y;

class HclScanner {
  private readonly text: string;
  private at = 0;
  private readonly comments: { value: string; range: Range }[] = [];
  private readonly blocks: HclBlock[] = [];

  constructor(text: string) {
    this.text = text;
  }

  scan(): HclFile {
    const open = [new Map<string, HclAttribute>()];
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
        open.at(-1)!.set(name, { name, ...this.expression() });
      } else if (next === '{') {
        this.at++;
        const attributes = new Map<string, HclAttribute>();
        this.blocks.push({ type: name, labels, attributes });
        open.push(attributes);
      }
    }
    return { blocks: this.blocks, comments: this.comments };
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
    const heredocs: Range[] = [];
    const start = this.at;
    let expression = '';
    let copied = this.at;
    let depth = 0;
    while (this.at < this.text.length) {
      const char = this.text[this.at]!;
      if (char === '\n' && depth === 0) break;
      if (')]}'.includes(char) && depth-- === 0) break;
      if ('([{'.includes(char)) depth++;
      const marker = char === '<' ? this.match(heredocStart)?.[1] : undefined;
      if (marker !== undefined) heredocs.push(this.heredoc(marker));
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
    return { expression: expression.trim(), range: [start, this.at], heredocs };
  }

  /** Skips the lines up to the closing marker; leaves the line break after it, which ends the expression. */
  private heredoc(marker: string): Range {
    const start = this.at;
    const [lineStart, lineEnd] = closingOfHeredoc(this.text, start, marker) ?? [this.text.length, this.text.length];
    this.at = lineEnd;
    return [start, lineStart];
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
    this.comments.push({ value, range: [start, open === '/*' ? this.at : start + open.length + value.length] });
    return true;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }
}
