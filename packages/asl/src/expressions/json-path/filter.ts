import { nearest } from '../nearest';
import type { Scanner } from '../scanner';
import { symbolOperators, wordOperators, type FilterCondition, type FilterOperand, type FilterOperator } from './ast';
import { readLiteral } from './literal';
import { nested, type Nesting } from './nesting';
import { readPath } from './path';

/** Reads `@.a == 1 && (...)`, what stands between the parentheses of `[?(...)]`. */
export function readCondition(scanner: Scanner, nesting: Nesting): FilterCondition {
  return readOperands(scanner, 'or', '||', () => readOperands(scanner, 'and', '&&', () => readTerm(scanner, nesting)));
}

function readOperands(
  scanner: Scanner,
  kind: 'or' | 'and',
  symbol: string,
  readOperand: () => FilterCondition,
): FilterCondition {
  const first = readOperand();
  const operands = [first];
  while (skipAfterBlanks(scanner, symbol)) operands.push(readOperand());
  return operands.length === 1 ? first : { kind, operands, start: first.start, end: scanner.position };
}

/** Steps over blanks and `symbol`, or over nothing. */
function skipAfterBlanks(scanner: Scanner, symbol: string): boolean {
  const before = scanner.position;
  scanner.skipBlanks();
  if (scanner.skip(symbol)) return true;
  scanner.position = before;
  return false;
}

function readTerm(scanner: Scanner, nesting: Nesting): FilterCondition {
  scanner.skipBlanks();
  const start = scanner.position;
  if (scanner.skip('!')) {
    return nested(scanner, nesting, (inner) => {
      const operand = readTerm(scanner, inner);
      return { kind: 'not', operand, start, end: scanner.position };
    });
  }
  if (scanner.skip('(')) {
    return nested(scanner, nesting, (inner) => {
      const condition = readCondition(scanner, inner);
      if (!skipAfterBlanks(scanner, ')')) scanner.fail('"(" is not closed; add ")"', start);
      return condition;
    });
  }
  return readComparison(scanner, nesting);
}

function readComparison(scanner: Scanner, nesting: Nesting): FilterCondition {
  const left = readOperand(scanner, nesting);
  const afterLeft = scanner.position;
  scanner.skipBlanks();
  const operator = readOperator(scanner);
  if (operator !== undefined) {
    scanner.skipBlanks();
    const right = readOperand(scanner, nesting);
    return { kind: 'comparison', operator, left, right, start: left.start, end: right.end };
  }
  scanner.position = afterLeft;
  if (left.kind !== 'path') {
    scanner.fail('A constant alone is no condition; compare it with a path such as "@.name"', left.start, left.end);
  }
  return { kind: 'exists', path: left, start: left.start, end: left.end };
}

function readOperand(scanner: Scanner, nesting: Nesting): FilterOperand {
  return scanner.next === '@' || scanner.next === '$'
    ? readPath(scanner, 'filter', nesting)
    : readLiteral(scanner, nesting);
}

function readOperator(scanner: Scanner): FilterOperator | undefined {
  const symbol = symbolOperators.find((candidate) => scanner.skip(candidate));
  if (symbol !== undefined) return symbol;
  if (scanner.next === '=') scanner.fail('"=" is not an operator; use "=="');
  const start = scanner.position;
  const written = scanner.take(/[a-zA-Z]+/y);
  if (written === '') return undefined;
  const word = written.toLowerCase();
  const operator = wordOperators.find((candidate) => candidate === word);
  if (operator !== undefined) return operator;
  const suggestion = nearest(word, wordOperators) ?? '==';
  return scanner.fail(`"${written}" is not an operator; use "${suggestion}"`, start, scanner.position);
}
