import type { Fault } from '../fault';
import type { LocatedString, LocatedText, Range } from '../located';
import { plainString, writtenString } from '../located-string';

/** The string that stands in quotes, or with only the first of them, from `start` to `end` of the source. */
export function jsonString(token: { value: string; start: number; end: number }, source: LocatedText): LocatedString {
  const { value } = token;
  const text = source.value;
  const range: Range = [source.at(token.start), source.at(token.end)];
  const place = (offset: number): number => source.at(offset);
  // The token is the scanner's, which goes on to the next one: what is found out later must not ask it.
  const [start, end] = [token.start + 1, token.end - 1];
  const escaped = end - start > value.length;
  if (!escaped && text.startsWith(value, start)) return plainString(value, range, start, place);
  return writtenString(value, range, () => offsetsOfJsonString(text, start, end), place);
}

/** The offset of each decoded character between the quotes; the last element is the offset of the closing quote. */
function offsetsOfJsonString(text: string, start: number, end: number): number[] {
  const offsets: number[] = [];
  let at = start;
  while (at < end) {
    if (text[at] !== '\\') {
      offsets.push(at++);
      continue;
    }
    const escape = escapeAt(text, at);
    // jsonc-parser leaves out an escape that it cannot read
    if (isEscape(escape)) offsets.push(at);
    at += escape.length;
  }
  offsets.push(end);
  return offsets;
}

/** The first character or escape between the quotes that JSON does not allow there (RFC 8259, section 7). */
export function faultInJsonString(text: string, start: number, end: number): Fault | undefined {
  let at = start;
  while (at < end) {
    const char = text.charAt(at);
    if (char === '\\') {
      const escape = escapeAt(text, at);
      if (!isEscape(escape)) return { message: escapeMessage(escape), start: at, end: at + escape.length };
      at += escape.length;
    } else {
      if (char < ' ') return { message: controlMessage(char), start: at, end: at + 1 };
      at++;
    }
  }
  return undefined;
}

const unicodeEscape = /\\u[0-9a-fA-F]{0,4}/y;

function escapeAt(text: string, at: number): string {
  unicodeEscape.lastIndex = at;
  return unicodeEscape.exec(text)?.[0] ?? text.slice(at, at + 2);
}

function isEscape(escape: string): boolean {
  return escape[1] === 'u' ? escape.length === 6 : escape.length === 2 && '"\\/bfnrt'.includes(escape.charAt(1));
}

function escapeMessage(escape: string): string {
  return escape[1] === 'u'
    ? `"${escape}" is not a Unicode escape; write four hexadecimal digits after "\\u"`
    : `"${escape.replace(/\s/, '')}" is not an escape of JSON; write "\\\\" for a backslash`;
}

function controlMessage(char: string): string {
  const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const escape = JSON.stringify(char).slice(1, -1);
  return `The control character U+${code} cannot stand in a string; write "${escape}"`;
}
