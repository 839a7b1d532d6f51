import type { LocatedString, Range } from '../../text/located';
import { plainString, writtenString } from '../../text/located-string';
import { blanked, endOfPlaceholder } from '../../text/placeholder';

/** Whether `${` or `%{` begins at the offset; `$${` and `%%{` are escapes and mean themselves. */
function startsInterpolation(text: string, at: number): boolean {
  const char = text[at];
  return (char === '$' || char === '%') && text[at + 1] === '{' && text[at - 1] !== char;
}

/**
 * The offset after the string in quotes that starts at `start`. It ends with its line at the latest, but the
 * interpolations inside it may hold strings and line breaks.
 */
export function endOfHclString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '\n') return at;
    if (char === '"') return at + 1;
    if (char === '\\') at++;
    else if (startsInterpolation(text, at)) at = (endOfPlaceholder(text, at) ?? text.length) - 1;
  }
  return text.length;
}

/** The text between the quotes; undefined if a directive (`%{ if ... }`) has yet to be rendered. */
export function quotedTemplate(text: string, [start, end]: Range): LocatedString | undefined {
  return new TemplateReader(text, true, 0).read([start, end], [start + 1, end - 1]);
}

/** The lines of a heredoc, of `<<-` without the indentation that they share. */
export function heredocTemplate(
  text: string,
  range: Range,
  lines: Range,
  isIndented: boolean,
): LocatedString | undefined {
  return new TemplateReader(text, false, isIndented ? sharedIndentation(text.slice(...lines)) : 0).read(range, lines);
}

function sharedIndentation(lines: string): number {
  const depths = Array.from(lines.matchAll(/^[ \t]*(?=[^ \t\r\n])/gm), ([indentation]) => indentation.length);
  return depths.reduce((least, depth) => Math.min(least, depth), depths[0] ?? 0);
}

const escapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
const unicodeEscape = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

/** Decodes a template into a text that knows where each of its characters stands. */
class TemplateReader {
  private readonly text: string;
  private readonly hasEscapes: boolean;
  private readonly indentation: number;
  private value = '';
  private readonly offsets: number[] = [];
  private isPlain = true;

  constructor(text: string, hasEscapes: boolean, indentation: number) {
    this.text = text;
    this.hasEscapes = hasEscapes;
    this.indentation = indentation;
  }

  read(range: Range, [start, end]: Range): LocatedString | undefined {
    const { text } = this;
    let at = this.afterIndentation(start, end);
    const first = at;
    while (at < end) {
      const char = text[at]!;
      if (startsInterpolation(text, at)) {
        if (char === '%') return undefined;
        const after = Math.min(endOfPlaceholder(text, at) ?? end, end);
        this.interpolation(at, after);
        at = after;
      } else if ((char === '$' || char === '%') && text.startsWith(`${char}${char}{`, at)) {
        at = this.escape(`${char}{`, at, at + 3);
      } else if (char === '\\' && this.hasEscapes) {
        at = this.backslash(at);
      } else {
        this.value += char;
        this.offsets.push(at++);
        if (char === '\n') at = this.afterIndentation(at, end);
      }
    }
    const place = (offset: number): number => offset;
    if (this.isPlain) return plainString(this.value, range, first, place);
    return writtenString(this.value, range, () => [...this.offsets, end], place);
  }

  private afterIndentation(lineStart: number, end: number): number {
    let at = lineStart;
    while (at < end && at - lineStart < this.indentation && /[ \t]/.test(this.text[at]!)) at++;
    if (at > lineStart && this.offsets.length > 0) this.isPlain = false;
    return at;
  }

  /** What stands inside may hold quotes and braces, which would hide where the placeholder ends. */
  private interpolation(start: number, end: number): void {
    const inner = this.text.slice(start + 2, end - 1);
    const written = `\${${blanked(inner)}}`;
    this.value += written;
    for (let index = 0; index < written.length; index++) this.offsets.push(start + index);
  }

  private backslash(at: number): number {
    unicodeEscape.lastIndex = at;
    const unicode = unicodeEscape.exec(this.text);
    const code = unicode ? parseInt(unicode[1] ?? unicode[2]!, 16) : Infinity;
    if (unicode && code <= 0x10ffff) return this.escape(String.fromCodePoint(code), at, unicodeEscape.lastIndex);
    const next = this.text[at + 1]!;
    return this.escape(escapes.get(next) ?? next, at, at + 2);
  }

  private escape(meaning: string, at: number, after: number): number {
    this.value += meaning;
    this.offsets.push(...Array.from({ length: meaning.length }, () => at));
    this.isPlain = false;
    return after;
  }
}
