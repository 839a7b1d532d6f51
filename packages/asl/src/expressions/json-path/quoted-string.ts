import type { Scanner } from '../scanner';

const escaped = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads 'text' or "text" with Java's escapes, as Jayway unescapes names and literals: any other `\x` is `x`. */
export function readQuotedString(scanner: Scanner): string {
  const start = scanner.position;
  const quote = scanner.next;
  scanner.position++;
  const plain = quote === "'" ? /[^'\\]+/y : /[^"\\]+/y;
  let value = '';
  for (;;) {
    value += scanner.take(plain);
    if (scanner.skip(quote)) return value;
    if (!scanner.skip('\\') || scanner.atEnd) {
      scanner.fail(`The string is not closed; add the closing ${quote}`, start, scanner.end);
    }
    const unicode = scanner.take(/u[0-9a-fA-F]{4}/y);
    if (unicode) {
      value += String.fromCharCode(Number.parseInt(unicode.slice(1), 16));
    } else {
      value += escaped.get(scanner.next) ?? scanner.next;
      scanner.position++;
    }
  }
}
