import { nearest } from '../nearest';
import type { Scanner } from '../scanner';
import { variableNamePattern } from '../variable-name';
import { pathFunctionNames, type FilterOperand, type JsonPath, type PathRoot, type PathSegment } from './ast';
import { readBracket } from './bracket';
import { readLiteral } from './literal';
import { nested, type Nesting } from './nesting';

/** Where a path stands decides where it ends: alone, inside `[?(...)]`, or as an argument of a function. */
export type PathPlace = 'whole' | 'filter' | 'argument';

/** What ends a path, and a name in it, without belonging to it. */
const endsPath: Readonly<Record<PathPlace, RegExp | undefined>> = {
  whole: undefined,
  filter: /[\s,)\]<>=~!]|&&|\|\|/y,
  argument: /[\s,)]/y,
};

/** Reads one path and stops behind it. */
export function readPath(scanner: Scanner, place: PathPlace, nesting: Nesting): JsonPath {
  const start = scanner.position;
  const root = readRoot(scanner, place);
  const segments: PathSegment[] = [];
  const isOver = () => scanner.atEnd || matches(endsPath[place], scanner);
  if (!isOver() && scanner.next !== '.' && scanner.next !== '[') {
    const written = scanner.since(start);
    scanner.fail(`Unexpected "${scanner.next}" after "${written}"; continue the path with "." or "["`);
  }
  while (!isOver()) {
    const last = segments.at(-1);
    if (last?.kind === 'function') {
      scanner.fail(`"${last.name}()" is not at the end of the path; remove what follows it`, last.start, last.end);
    }
    segments.push(readSegment(scanner, place, nesting));
  }
  if (segments.at(-1)?.kind === 'descendants') {
    scanner.fail('The path must not end with ".."; write a name behind it', scanner.position - 2, scanner.position);
  }
  return { kind: 'path', text: scanner.since(start), root, segments, start, end: scanner.position };
}

function matches(pattern: RegExp | undefined, scanner: Scanner): boolean {
  if (pattern === undefined) return false;
  pattern.lastIndex = scanner.position;
  return pattern.test(scanner.text);
}

function readRoot(scanner: Scanner, place: PathPlace): PathRoot {
  if (place === 'filter' && scanner.skip('@')) return { kind: 'current' };
  if (scanner.skip('$$')) return { kind: 'context' };
  if (!scanner.skip('$')) scanner.fail('The path does not start with "$"; write "$." in front of the first name');
  const name = scanner.take(variableNamePattern);
  return name === '' ? { kind: 'input' } : { kind: 'variable', name };
}

function readSegment(scanner: Scanner, place: PathPlace, nesting: Nesting): PathSegment {
  const start = scanner.position;
  if (scanner.skip('..')) {
    if (scanner.next === '.') scanner.fail('"..." is not a path; use ".." or "."', start, scanner.position + 1);
    return { kind: 'descendants', start, end: scanner.position };
  }
  if (scanner.skip('.')) {
    if (scanner.atEnd) scanner.fail('The path must not end with "."; remove it or write a name behind it', start);
    if (scanner.at('.')) scanner.fail('A name is missing before "."; write one or remove the dot');
  }
  // Workflow Studio writes "$.[0]", and Jayway takes "a[0]b" for "a[0].b": neither is worth a complaint.
  if (scanner.next === '[') return readBracket(scanner, start, nesting);
  if (scanner.skip('*')) return { kind: 'wildcard', start, end: scanner.position };
  return readNameOrFunction(scanner, start, place, nesting);
}

const unescapedNameCharacters: Readonly<Record<PathPlace, RegExp>> = {
  whole: /[^\\.[\](\s\p{Cc}]+/uy,
  filter: /(?:(?!&&|\|\|)[^\\.[\](\s\p{Cc},)<>=~!])+/uy,
  argument: /[^\\.[\](\s\p{Cc},)]+/uy,
};

function readNameOrFunction(scanner: Scanner, start: number, place: PathPlace, nesting: Nesting): PathSegment {
  const nameStart = scanner.position;
  let name = '';
  for (;;) {
    name += scanner.take(unescapedNameCharacters[place]);
    if (!scanner.skip('\\')) break;
    if (scanner.atEnd)
      scanner.fail('Nothing follows the backslash; write the character it escapes', scanner.position - 1);
    name += scanner.next;
    scanner.position++;
  }
  if (scanner.next === '(') return readFunction(scanner, start, nameStart, nesting);
  if (scanner.position === nameStart) {
    scanner.fail(
      `A name is missing before "${scanner.next || 'the end'}"; write one, or ['name'] for special characters`,
    );
  }
  if (place === 'whole' && /[\s\p{Cc}]/u.test(scanner.next)) {
    scanner.fail(`The name "${name}" is followed by a blank; write names with blanks as ['my name']`);
  }
  return { kind: 'name', name, start, end: scanner.position };
}

function readFunction(scanner: Scanner, start: number, nameStart: number, nesting: Nesting): PathSegment {
  const written = scanner.since(nameStart);
  const name = pathFunctionNames.find((candidate) => candidate === written);
  if (name === undefined) {
    const suggestion = nearest(written, pathFunctionNames);
    const remedy = suggestion === undefined ? `write ['${written}(...)'] if it is a name` : `use "${suggestion}()"`;
    scanner.fail(`"${written}()" is not a JSONPath function; ${remedy}`, nameStart, scanner.position);
  }
  const open = scanner.position;
  scanner.position++;
  const parameters = nested(scanner, nesting, (inner) => readArguments(scanner, open, inner));
  return { kind: 'function', name, arguments: parameters, start, end: scanner.position };
}

function readArguments(scanner: Scanner, open: number, nesting: Nesting): FilterOperand[] {
  const parameters: FilterOperand[] = [];
  scanner.skipBlanks();
  if (scanner.skip(')')) return parameters;
  for (;;) {
    scanner.skipBlanks();
    parameters.push(scanner.next === '$' ? readPath(scanner, 'argument', nesting) : readLiteral(scanner, nesting));
    scanner.skipBlanks();
    if (scanner.skip(')')) return parameters;
    if (scanner.atEnd) scanner.fail('"(" is not closed; add ")"', open);
    if (!scanner.skip(',')) scanner.fail(`Unexpected "${scanner.next}"; write "," or ")"`);
  }
}
