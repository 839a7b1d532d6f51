import { readPath } from '../json-path/path';
import { nearest } from '../nearest';
import type { ExpressionResult } from '../result';
import { parseWith, Scanner } from '../scanner';
import type { IntrinsicArgument, IntrinsicCall, IntrinsicString } from './ast';
import { intrinsicFunctions } from './functions';

/** Step Functions nests at most ten calls inside a call. */
const maximumNesting = 10;

/**
 * Parses a call of an intrinsic function. The grammar is strict where AWS's validators are: no blanks around the call or
 * before "(". Whether the arguments suit the function is for `intrinsicProblems` to say.
 */
export function parseIntrinsic(text: string): ExpressionResult<IntrinsicCall> {
  return parseWith(() => {
    const scanner = new Scanner(text);
    if (/^\s/.test(text)) scanner.fail('The function call begins with a blank; remove it');
    const call = readCall(scanner, 0);
    if (/^\s+$/.test(text.slice(scanner.position))) {
      scanner.fail('The function call ends with a blank; remove it', scanner.position, text.length);
    }
    if (!scanner.atEnd) scanner.fail(`Unexpected "${scanner.next}" behind the call; remove what follows ")"`);
    return call;
  });
}

function readCall(scanner: Scanner, nesting: number): IntrinsicCall {
  const start = scanner.position;
  const name = scanner.take(/[A-Za-z_][\w.]*/y);
  if (name === '') {
    scanner.fail("A function call is missing; write one such as States.Format('{}', $.name)", start, scanner.end);
  }
  if (!intrinsicFunctions.has(name)) {
    const meant = meantFunction(withoutPrefix(name));
    const remedy = meant === undefined ? 'use one of the "States." functions' : `use "States.${meant}"`;
    scanner.fail(`"${name}" is not an intrinsic function; ${remedy}`, start, scanner.position);
  }
  if (nesting > maximumNesting) {
    scanner.fail(
      `More than ${maximumNesting} calls are nested; compute "${name}" in an earlier state`,
      start,
      scanner.position,
    );
  }
  const open = scanner.position;
  if (!scanner.skip('(')) {
    scanner.fail(`"${name}" is not called; write "(" right behind the name`, start, scanner.position);
  }
  const parameters = readArguments(scanner, open, nesting);
  return { kind: 'call', name, arguments: parameters, start, end: scanner.position };
}

/** The prefix is the same for all, and no likeness between two names. */
const withoutPrefix = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** More is no slip of the finger: `ArrayToString`, which does not exist, is no `ArrayContains`. */
const mostMistakes = 3;

const meantFunction = (written: string): string | undefined =>
  nearest(
    written,
    [...intrinsicFunctions.keys()].map(withoutPrefix),
    Math.min(mostMistakes, Math.floor(written.length / 3)),
  );

function readArguments(scanner: Scanner, open: number, nesting: number): IntrinsicArgument[] {
  const parameters: IntrinsicArgument[] = [];
  scanner.skipBlanks();
  if (scanner.skip(')')) return parameters;
  for (;;) {
    scanner.skipBlanks();
    parameters.push(readArgument(scanner, nesting));
    scanner.skipBlanks();
    if (scanner.skip(')')) return parameters;
    if (scanner.atEnd) scanner.fail('"(" is not closed; add ")"', open);
    if (!scanner.skip(',')) scanner.fail(`Unexpected "${scanner.next}" behind an argument; write "," or ")"`);
  }
}

function readArgument(scanner: Scanner, nesting: number): IntrinsicArgument {
  const start = scanner.position;
  if (scanner.next === "'") return readString(scanner);
  if (scanner.next === '"') scanner.fail('Strings stand in single quotes; replace the double quotes');
  const token = scanner.take(/\$\{[^}]*\}/y);
  if (token !== '') return { kind: 'placeholder', text: token, start, end: scanner.position };
  if (scanner.next === '$') return readPath(scanner, 'argument', 0);
  const number = scanner.take(/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y);
  if (number !== '') return { kind: 'number', value: Number(number), start, end: scanner.position };
  const word = scanner.take(/(?:true|false|null)(?![\w.(])/y);
  if (word === 'null') return { kind: 'null', value: null, start, end: scanner.position };
  if (word !== '') return { kind: 'boolean', value: word === 'true', start, end: scanner.position };
  if (/[A-Za-z_]/.test(scanner.next)) return readCall(scanner, nesting + 1);
  return scanner.fail('An argument is missing; write a path, a number, a string in single quotes or a function call');
}

/** The only escapes are \' \{ \} \\; AWS refuses any other backslash (recorded for `\"`). */
function readString(scanner: Scanner): IntrinsicString {
  const start = scanner.position;
  scanner.skip("'");
  const parts: string[] = [];
  let part = '';
  for (;;) {
    part += scanner.take(/[^'\\{]+/y);
    if (scanner.skip("'")) {
      parts.push(part);
      return { kind: 'string', value: parts.join('{}'), parts, start, end: scanner.position };
    }
    if (scanner.skip('{}')) {
      parts.push(part);
      part = '';
    } else if (scanner.skip('{')) {
      part += '{';
    } else {
      part += readEscape(scanner, start);
    }
  }
}

function readEscape(scanner: Scanner, stringStart: number): string {
  const start = scanner.position;
  if (!scanner.skip('\\') || scanner.atEnd) {
    scanner.fail("The string is not closed; add the closing '", stringStart, scanner.end);
  }
  const character = scanner.next;
  if (!"'{}\\".includes(character)) {
    scanner.fail(`"\\${character}" is not an escape; write "\\\\" for a backslash`, start, start + 2);
  }
  scanner.position++;
  return character;
}
