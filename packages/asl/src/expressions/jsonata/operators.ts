import { JsonataFailure, UncodedFailure } from './failure';
import { library } from './library';
import { memoryLimit, outOfMemory } from './limits';
import { arrayOf, sequenceOf, isRecord } from './values';

/** The binary operators but `and` and `or`, which may leave their right side alone. */
export function applyOperator(operator: string, left: unknown, right: unknown): unknown {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
      return calculate(operator, left, right);
    case '=':
      return left !== undefined && right !== undefined && isDeepEqual(left, right);
    case '!=':
      return left !== undefined && right !== undefined && !isDeepEqual(left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compare(operator, left, right);
    case '&':
      return textOf(left) + textOf(right);
    case '..':
      return range(left, right);
    case 'in':
      return left !== undefined && right !== undefined && arrayOf(right).includes(left);
    default:
      return undefined;
  }
}

/** Whether the value is a number; infinite ones may be the result of an expression, but not be calculated with. */
export function isNumeric(value: unknown): value is number {
  if (typeof value !== 'number' || Number.isNaN(value)) return false;
  if (!Number.isFinite(value)) throw new JsonataFailure('D1001', { value });
  return true;
}

/** The truth value, where undefined is false. */
export function isTruthy(value: unknown): boolean {
  return library().boolean(value) === true;
}

function calculate(operator: '+' | '-' | '*' | '/' | '%', left: unknown, right: unknown): number | undefined {
  if (left !== undefined && !isNumeric(left)) throw new JsonataFailure('T2001', { value: left });
  if (right !== undefined && !isNumeric(right)) throw new JsonataFailure('T2002', { value: right });
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
}

function compare(operator: '<' | '<=' | '>' | '>=', left: unknown, right: unknown): boolean | undefined {
  if (!isComparable(left)) throw new JsonataFailure('T2010', { value: left });
  if (!isComparable(right)) throw new JsonataFailure('T2010', { value: right });
  if (left === undefined || right === undefined) return undefined;
  if (typeof left !== typeof right) throw new JsonataFailure('T2009', { value: left, value2: right });
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function isComparable(value: unknown): value is string | number | undefined {
  return value === undefined || typeof value === 'string' || typeof value === 'number';
}

function textOf(value: unknown): string {
  return library().string(value) ?? '';
}

function range(first: unknown, last: unknown): unknown {
  if (first !== undefined && !Number.isInteger(first)) throw new JsonataFailure('T2003', { value: first });
  if (last !== undefined && !Number.isInteger(last)) throw new JsonataFailure('T2004', { value: last });
  if (typeof first !== 'number' || typeof last !== 'number' || first > last) return undefined;
  const size = last - first + 1;
  if (size > 1e7) throw new JsonataFailure('D2014', { value: size });
  // Before the memory is taken, not after.
  if (size > memoryLimit.elements) throw new UncodedFailure(outOfMemory);
  const numbers = sequenceOf();
  for (let index = 0; index < size; index++) numbers.push(first + index);
  return numbers;
}

function isDeepEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => isDeepEqual(item, right[index]));
  }
  if (!isRecord(left) || !isRecord(right)) return false;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isDeepEqual(left[name], right[name]))
  );
}
