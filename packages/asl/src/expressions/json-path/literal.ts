import type { Scanner } from '../scanner';
import type { PathLiteral } from './ast';
import { nested, type Nesting } from './nesting';
import { readQuotedString } from './quoted-string';

const number = /^-?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/;

/** Reads a constant up to a blank, a comma, a closing bracket or a logical operator. */
export function readLiteral(scanner: Scanner, nesting: Nesting): PathLiteral {
  const start = scanner.position;
  const span = () => ({ start, end: scanner.position });
  switch (scanner.next) {
    case "'":
    case '"': {
      const value = readQuotedString(scanner);
      return { kind: 'string', value, quoted: true, ...span() };
    }
    case '/':
      return readRegex(scanner);
    case '[':
      return nested(scanner, nesting, (inner) => {
        const items = readItems(scanner, '[', ']', () => readLiteral(scanner, inner));
        return { kind: 'array', items, ...span() };
      });
    case '{':
      return nested(scanner, nesting, (inner) => {
        const entries = readItems(scanner, '{', '}', () => readEntry(scanner, inner));
        return { kind: 'object', entries, ...span() };
      });
    default:
      return readWord(scanner);
  }
}

function readItems<T>(scanner: Scanner, open: string, close: string, readItem: () => T): T[] {
  const start = scanner.position;
  const items: T[] = [];
  scanner.skip(open);
  scanner.skipBlanks();
  if (scanner.skip(close)) return items;
  for (;;) {
    scanner.skipBlanks();
    items.push(readItem());
    scanner.skipBlanks();
    if (scanner.skip(close)) return items;
    if (scanner.atEnd) scanner.fail(`"${open}" is not closed; add "${close}"`, start);
    if (!scanner.skip(',')) scanner.fail(`Unexpected "${scanner.next}"; write "," or "${close}"`);
  }
}

function readEntry(scanner: Scanner, nesting: Nesting): readonly [string, PathLiteral] {
  if (scanner.next !== "'" && scanner.next !== '"') scanner.fail('Expected a name; put the name in quotes');
  const name = readQuotedString(scanner);
  scanner.skipBlanks();
  if (!scanner.skip(':')) scanner.fail(`Expected ":" after the name "${name}"; write a colon and a value`);
  scanner.skipBlanks();
  return [name, readLiteral(scanner, nesting)];
}

function readRegex(scanner: Scanner): PathLiteral {
  const start = scanner.position;
  scanner.position++;
  const pattern = scanner.take(/(?:[^/\\]|\\[^])*/y);
  if (!scanner.skip('/')) scanner.fail('The regular expression is not closed; add the closing "/"', start, scanner.end);
  const flags = scanner.take(/[a-zA-Z]*/y);
  return { kind: 'regex', pattern, flags, start, end: scanner.position };
}

/** A number, `true`, `false`, `null`, or a string without quotes. */
function readWord(scanner: Scanner): PathLiteral {
  const start = scanner.position;
  const word = scanner.take(/(?:(?!&&|\|\|)[^\s,()[\]{}'"])+/y);
  const end = scanner.position;
  if (word === '') scanner.fail('A value is missing; write a path, a number or a quoted string');
  if (number.test(word)) return { kind: 'number', value: Number(word), start, end };
  if (word === 'true' || word === 'false') return { kind: 'boolean', value: word === 'true', start, end };
  if (word === 'null') return { kind: 'null', value: null, start, end };
  return { kind: 'string', value: word, quoted: false, start, end };
}
