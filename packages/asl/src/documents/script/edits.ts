import type { Range } from '../../text/located';
import type { TextEdit } from '../document';
import { lastAtOrBefore } from '../last-at-or-before';

/** A piece of a source in which a text has to be written in a way of its own. */
interface Token {
  /** Where the characters of the text stand, without quotes. */
  readonly range: Range;
  /** Undefined for a name without quotes, which needs them once it is no name any more. */
  readonly write?: (text: string) => string | undefined;
}

/** Turns edits of a definition into edits of the source that holds it. */
export class ScriptEdits {
  private readonly source: string;
  private readonly tokens = new Map<number, Token>();
  /** Where members of object literals begin. */
  private readonly members = new Set<number>();
  private sorted: readonly Token[] | undefined;
  private starts: readonly number[] = [];
  private knownQuote: string | undefined;

  constructor(source: string) {
    this.source = source;
  }

  /** @param range with the quotes */
  addString([start, end]: Range): void {
    const quote = this.source.charAt(start);
    this.add({ range: [start + 1, end - 1], write: (text) => inQuotes(text, quote) });
  }

  addQuasi(range: Range, isRaw: boolean): void {
    this.add({ range, write: isRaw ? inRawTemplate : inTemplate });
  }

  addName(range: Range): void {
    this.add({ range });
  }

  /**
   * What has to be written into the source so that the definition has the text there. Undefined if it cannot be said in
   * the place: then the fix is for a person to make.
   */
  written({ range, text }: TextEdit): TextEdit | undefined {
    const [start, end] = range;
    const token = this.tokenAround(start, end);
    if (!token) return start === end && this.members.has(start) ? { range, text } : undefined;
    if (token.write) {
      const written = token.write(text);
      return written === undefined ? undefined : { range, text: written };
    }
    const [nameStart, nameEnd] = token.range;
    const name = this.source.slice(nameStart, start) + text + this.source.slice(end, nameEnd);
    return { range: token.range, text: isName.test(name) ? name : inQuotes(name, this.quote, true) };
  }

  /** @param start of the name of a member of an object literal that has a value behind a colon */
  addMember(start: number): void {
    this.members.add(start);
  }

  /** Whether a member that stands at the offset has its name without quotes. */
  isNameAt(offset: number): boolean {
    const token = this.tokens.get(offset);
    return token !== undefined && !token.write;
  }

  /** The quotes that the strings of the file mostly have. */
  get quote(): string {
    const count = (quote: string): number => this.source.split(quote).length;
    return (this.knownQuote ??= count("'") >= count('"') ? "'" : '"');
  }

  private add(token: Token): void {
    this.tokens.set(token.range[0], token);
    this.sorted = undefined;
  }

  private tokenAround(start: number, end: number): Token | undefined {
    if (!this.sorted) {
      this.sorted = [...this.tokens.values()].sort((a, b) => a.range[0] - b.range[0]);
      this.starts = this.sorted.map(({ range }) => range[0]);
    }
    const token = this.sorted[lastAtOrBefore(this.starts, start)];
    if (!token || start < token.range[0] || end > token.range[1]) return undefined;
    // What is put before a name is a member of its own.
    return !token.write && start === end && start === token.range[0] ? undefined : token;
  }
}

const isName = /^[A-Za-z_$][\w$]*$/;

/** As `JSON.stringify` escapes, but for the quotes around it. */
function inQuotes(text: string, quote: string, withQuotes = false): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return withQuotes ? `${quote}${escaped}${quote}` : escaped;
}

const inTemplate = (text: string): string => text.replace(/\\|`|\$(?=\{)/g, '\\$&');

const inRawTemplate = (text: string): string | undefined => (/`|\$\{|\\$/.test(text) ? undefined : text);
