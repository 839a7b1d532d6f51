import type { Json } from '../../text/located';
import { javaText } from '../java/text';
import { equalJson } from '../json/equality';
import { isArray, isContainer } from '../json/kind';
import type { FilterCondition, FilterOperand, FilterOperator } from './ast';
import type { Evaluation } from './evaluation';
import { literalValue, patternOf } from './literal-value';
import { operandExists, operandValue } from './operand';

/** Whether a value passes `[?(...)]`. A comparison that Jayway calls invalid, such as `@.a in 5`, fails the whole filter. */
export function passesFilter(condition: FilterCondition, current: Json, evaluation: Evaluation): boolean {
  return holds(condition, current, evaluation) === true;
}

/** `undefined` stands for Jayway's InvalidPathException. */
type Verdict = boolean | undefined;

function holds(condition: FilterCondition, current: Json, evaluation: Evaluation): Verdict {
  evaluation.spend(1);
  switch (condition.kind) {
    case 'or':
    case 'and': {
      const decisive = condition.kind === 'or';
      for (const operand of condition.operands) {
        const verdict = holds(operand, current, evaluation);
        if (verdict !== !decisive) return verdict;
      }
      return !decisive;
    }
    case 'not': {
      const verdict = holds(condition.operand, current, evaluation);
      return verdict === undefined ? undefined : !verdict;
    }
    case 'exists':
      return operandExists(condition.path, current, evaluation);
    case 'comparison': {
      const left = operandOf(condition.left, current, evaluation);
      const right = operandOf(condition.right, current, evaluation);
      return operators[condition.operator](left, right, evaluation);
    }
  }
}

/** A value, a pattern, or `undefined` for a path that leads nowhere. */
type Operand = Json | RegExp | undefined;

function operandOf(operand: FilterOperand, current: Json, evaluation: Evaluation): Operand {
  if (operand.kind === 'path') return operandValue(operand, current, evaluation);
  return operand.kind === 'regex' ? patternOf(operand) : literalValue(operand);
}

/** Jayway's operators: com.jayway.jsonpath.internal.filter.EvaluatorFactory and the equality of its ValueNodes. */
const operators: Readonly<Record<FilterOperator, (left: Operand, right: Operand, evaluation: Evaluation) => Verdict>> =
  {
    '==': equal,
    '!=': (left, right) => !equal(left, right),
    '===': (left, right) => typeof left === typeof right && equal(left, right),
    '!==': (left, right) => typeof left !== typeof right || !equal(left, right),
    '<': ordered((order) => order < 0),
    '<=': ordered((order) => order <= 0),
    '>': ordered((order) => order > 0),
    '>=': ordered((order) => order >= 0),
    '=~': (left, right, evaluation) => {
      if (left instanceof RegExp) return !(right instanceof RegExp) && matches(left, right, evaluation);
      return right instanceof RegExp && matches(right, left, evaluation);
    },
    in: isIn,
    nin: (left, right, evaluation) => {
      const verdict = isIn(left, right, evaluation);
      return verdict === undefined ? undefined : !verdict;
    },
    contains: (left, right, evaluation) => {
      if (typeof left === 'string') return typeof right === 'string' && left.includes(right);
      return isList(left) && hasItem(left, right, evaluation);
    },
    all: (left, right, evaluation) => {
      if (!isList(right)) return undefined;
      if (!isList(left)) return isValue(left) && isContainer(left);
      return right.every((item) => hasItem(left, item, evaluation));
    },
    size: (left, right) => {
      if (typeof right !== 'number') return false;
      return (typeof left === 'string' || isList(left)) && left.length === Math.trunc(right);
    },
    empty: (left, right) => {
      if (typeof left !== 'string' && !(isValue(left) && isContainer(left))) return false;
      if (typeof right !== 'boolean') return undefined;
      return (Object.keys(left).length === 0) === right;
    },
    // Jayway compares with a Java class here, which a path cannot write.
    type: () => undefined,
    subsetof: ofLists((left, right, evaluation) => left.every((item) => hasItem(right, item, evaluation))),
    anyof: ofLists((left, right, evaluation) => left.some((item) => hasItem(right, item, evaluation))),
    noneof: ofLists((left, right, evaluation) => !left.some((item) => hasItem(right, item, evaluation))),
  };

/** A number and a string are equal if the number is written like the string; "===" is there to tell them apart. */
function equal(left: Operand, right: Operand): boolean {
  if (!isValue(left) || !isValue(right)) return false;
  if (typeof left === 'string' && typeof right === 'number') return left === String(right);
  if (typeof left === 'number' && typeof right === 'string')
    return right.trim() === right && Number(right || NaN) === left;
  return equalJson(left, right);
}

/** Numbers and strings have an order, also between each other, where the number counts as its text; nothing else has. */
function ordered(isSatisfied: (order: number) => boolean): (left: Operand, right: Operand) => boolean {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return isSatisfied(orderOf(left, right));
    if (typeof left !== 'string' && typeof left !== 'number') return false;
    if (typeof right !== 'string' && typeof right !== 'number') return false;
    return isSatisfied(orderOf(String(left), String(right)));
  };
}

function orderOf<T extends string | number>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Jayway takes an empty text for what is no string, number or boolean. */
function matches(pattern: RegExp, operand: Json | undefined, evaluation: Evaluation): boolean {
  if (isArray(operand)) return operand.some((item) => matches(pattern, isContainer(item) ? '' : item, evaluation));
  const isText = operand !== undefined && operand !== null && !isContainer(operand);
  return evaluation.fits(pattern, isText ? (javaText(operand) ?? '') : '');
}

function isIn(left: Operand, right: Operand, evaluation: Evaluation): Verdict {
  if (isList(right)) return hasItem(right, left, evaluation);
  return isValue(right) && isContainer(right) ? false : undefined;
}

function hasItem(list: readonly Json[], item: Operand, evaluation: Evaluation): boolean {
  evaluation.spend(list.length);
  return list.some((candidate) => equal(item, candidate));
}

function ofLists(
  test: (left: readonly Json[], right: readonly Json[], evaluation: Evaluation) => boolean,
): (left: Operand, right: Operand, evaluation: Evaluation) => Verdict {
  return (left, right, evaluation) => {
    if (isList(left) && isList(right)) return test(left, right, evaluation);
    const both = [left, right].filter((operand) => !isList(operand));
    return both.every((operand) => isValue(operand) && isContainer(operand)) ? false : undefined;
  };
}

function isValue(operand: Operand): operand is Json {
  return operand !== undefined && !(operand instanceof RegExp);
}

function isList(operand: Operand): operand is readonly Json[] {
  return isValue(operand) && isArray(operand);
}
