import type { Scanner } from '../scanner';
import type { PathSegment } from './ast';
import { readCondition } from './filter';
import { nested, type Nesting } from './nesting';
import { readQuotedString } from './quoted-string';

/** Reads `[...]`; `start` is where the segment begins, which is a dot before the bracket if there is one. */
export function readBracket(scanner: Scanner, start: number, nesting: Nesting): PathSegment {
  const open = scanner.position;
  scanner.position++;
  scanner.skipBlanks();
  const content = readContent(scanner, open, nesting);
  scanner.skipBlanks();
  if (!scanner.skip(']')) {
    if (scanner.atEnd) scanner.fail('"[" is not closed; add "]"', open);
    scanner.fail(`Unexpected "${scanner.next}" inside "[...]"; write "]" before it or "," between the entries`);
  }
  return { ...content, start, end: scanner.position };
}

type WithoutSpan<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;
type BracketContent = WithoutSpan<PathSegment>;

function readContent(scanner: Scanner, open: number, nesting: Nesting): BracketContent {
  if (scanner.next === "'" || scanner.next === '"') return readNames(scanner);
  if (/[-:\d]/.test(scanner.next)) return readNumbers(scanner);
  if (scanner.skip('*')) return { kind: 'wildcard' };
  if (scanner.next === '?') return readFilter(scanner, open, nesting);
  if (scanner.next === '(') {
    scanner.fail('Scripts such as "[(@.length-1)]" are not supported; use a negative index such as "[-1]"', open);
  }
  if (scanner.atEnd) scanner.fail('"[" is not closed; add "]"', open);
  return scanner.fail(`"${scanner.next}" cannot follow "["; write a quoted name, an index, "*" or "?(...)"`);
}

function readNames(scanner: Scanner): BracketContent {
  const first = readQuotedString(scanner);
  const names = [first];
  while (skipComma(scanner)) {
    if (scanner.next !== "'" && scanner.next !== '"') {
      scanner.fail('A name is missing after ","; write a quoted name or remove the comma');
    }
    names.push(readQuotedString(scanner));
  }
  return names.length === 1 ? { kind: 'name', name: first } : { kind: 'names', names };
}

function skipComma(scanner: Scanner): boolean {
  scanner.skipBlanks();
  if (!scanner.skip(',')) return false;
  scanner.skipBlanks();
  return true;
}

function readNumbers(scanner: Scanner): BracketContent {
  const start = scanner.position;
  const first = readInteger(scanner);
  if (scanner.next === ':') return readSlice(scanner, start, first);
  if (first === undefined) scanner.fail('A number is missing; write an index such as "[0]"');
  const indexes = [first];
  while (skipComma(scanner)) {
    const index = readInteger(scanner);
    if (index === undefined) scanner.fail('An index is missing after ","; write one or remove the comma');
    indexes.push(index);
  }
  return indexes.length === 1 ? { kind: 'index', index: first } : { kind: 'indexes', indexes };
}

/** Jayway's ArraySliceOperation: no blanks around the colons, at least one end, a step is read and ignored. */
function readSlice(scanner: Scanner, start: number, from: number | undefined): BracketContent {
  scanner.skip(':');
  const to = readInteger(scanner);
  const ignoredStep = scanner.skip(':') ? readInteger(scanner) : undefined;
  if (from === undefined && to === undefined) {
    scanner.fail('The slice has neither a start nor an end; use "[*]" for all elements', start, scanner.position);
  }
  return {
    kind: 'slice',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(ignoredStep !== undefined && { ignoredStep }),
  };
}

function readInteger(scanner: Scanner): number | undefined {
  const start = scanner.position;
  const digits = scanner.take(/-?\d+/y);
  if (digits === '') return undefined;
  const value = Number(digits);
  if (Math.abs(value) > 0x7fffffff) {
    scanner.fail(`The index ${digits} is too large; use one of at most 2147483647`, start, scanner.position);
  }
  return value;
}

function readFilter(scanner: Scanner, open: number, nesting: Nesting): BracketContent {
  scanner.skip('?');
  scanner.skipBlanks();
  const parenthesis = scanner.position;
  if (!scanner.skip('(')) scanner.fail('A filter needs parentheses; write it as "[?(@.name == \'value\')]"', open);
  const condition = nested(scanner, nesting, (inner) => readCondition(scanner, inner));
  scanner.skipBlanks();
  if (!scanner.skip(')')) {
    if (scanner.atEnd || scanner.next === ']') scanner.fail('"(" is not closed; add ")"', parenthesis);
    scanner.fail(`Unexpected "${scanner.next}" in the filter; join conditions with "&&" or "||"`);
  }
  return { kind: 'filter', condition };
}
