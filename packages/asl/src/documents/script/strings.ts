import type { StringLiteral, TemplateElement } from '@babel/types';
import type { LocatedString } from '../../text/located';
import { plainString, writtenString } from '../../text/located-string';
import { rangeOf } from './parse-script';

const place = (offset: number): number => offset;

/** A string in quotes, whose characters know where they are written. */
export function locatedLiteral(node: StringLiteral, text: string): LocatedString {
  const [start, end] = rangeOf(node);
  return locatedWritten(node.value, [start, end], [start + 1, end - 1], text);
}

/** A piece of a template literal, between the backticks and the `${...}`; `String.raw` takes escapes as they are. */
export function locatedQuasi(node: TemplateElement, text: string, isRaw: boolean): LocatedString {
  const range = rangeOf(node);
  const { raw, cooked } = node.value;
  if (!isRaw) return locatedWritten(cooked ?? '', range, range, text);
  return writtenString(raw, range, () => offsetsOf(text, range, true), place);
}

function locatedWritten(
  value: string,
  range: readonly [number, number],
  [start, end]: readonly [number, number],
  text: string,
): LocatedString {
  if (end - start === value.length && text.startsWith(value, start)) return plainString(value, range, start, place);
  return writtenString(value, range, () => offsetsOf(text, [start, end], false), place);
}

const escape = /\\(?:u\{([0-9a-f]+)\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[0-3]?[0-7]{1,2}|(\r\n|[\n\r\u2028\u2029])|[^])/iy;

/** The offset of each character that the text stands for; the last element is the end (ECMA-262, 12.9.4 and 12.9.6). */
function offsetsOf(text: string, [start, end]: readonly [number, number], isRaw: boolean): number[] {
  const offsets: number[] = [];
  let at = start;
  while (at < end) {
    escape.lastIndex = at;
    const found = !isRaw && text[at] === '\\' ? escape.exec(text) : null;
    const [written = text.startsWith('\r\n', at) ? '\r\n' : text.charAt(at), codePoint, lineContinuation] = found ?? [];
    if (lineContinuation === undefined) offsets.push(at);
    if (codePoint !== undefined && parseInt(codePoint, 16) > 0xffff) offsets.push(at);
    at += written.length;
  }
  offsets.push(end);
  return offsets;
}
