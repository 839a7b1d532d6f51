import type { Json } from '../../text/located';
import { javaText } from '../java/text';
import { canonicalText } from '../json/equality';
import { isArray, isContainer, isObject } from '../json/kind';
import type { FunctionSegment, PathFunctionName, PathSegment } from './ast';
import { PathRefusal, type Evaluation } from './evaluation';
import { literalValue } from './literal-value';
import { operandValue } from './operand';
import { select } from './select';

/** The value a function is applied to, and its arguments; a path that leads nowhere is no argument. */
interface Call {
  readonly value: Json;
  readonly arguments: readonly Json[];
}

/** Applies a function at the end of a path to one value. */
export function callFunction(segment: FunctionSegment, value: Json, evaluation: Evaluation): Json {
  const given = segment.arguments.flatMap((argument) => {
    if (argument.kind !== 'path') return [literalValue(argument)];
    if (counts(segment, argument.segments)) return matches(segment, argument.segments, evaluation);
    // Jayway evaluates the paths of arguments on the whole document.
    const argumentValue = operandValue(argument, evaluation.document, evaluation);
    return argumentValue === undefined ? [] : [argumentValue];
  });
  return functions[segment.name]({ value, arguments: given });
}

/**
 * Jayway turns `$..a.sum()` into `$.sum($..a)`, so that the function gets all matches at once. Everywhere else a function
 * is applied to each match: `$.a[*].length()` gives as many lengths as `$.a` has elements.
 */
export function callOnMatches(segment: FunctionSegment, path: readonly PathSegment[], evaluation: Evaluation): Json {
  return functions[segment.name]({ value: evaluation.document, arguments: matches(segment, path, evaluation) });
}

const children: PathSegment = { kind: 'wildcard', start: 0, end: 0 };

/** What `length` gets of a path are the children of its matches: Jayway takes `$..a.length()` for `$.length($..a.*)`. */
function matches(segment: FunctionSegment, path: readonly PathSegment[], evaluation: Evaluation): [Json] {
  const selected = select(counts(segment, path) ? [...path, children] : path, evaluation.document, evaluation);
  return ['values' in selected ? selected.values : []];
}

function counts({ name }: FunctionSegment, path: readonly PathSegment[]): boolean {
  return (name === 'length' || name === 'size') && path.at(-1)?.kind !== 'function';
}

/** Jayway's functions: com.jayway.jsonpath.internal.function.PathFunctionFactory. */
const functions: Readonly<Record<PathFunctionName, (call: Call) => Json>> = {
  append: ({ value, arguments: added }) => (isArray(value) ? [...value, ...added] : value),
  avg: (call) => sum(numbersOf(call)) / numbersOf(call).length,
  concat: ({ value, arguments: added }) =>
    [...(isArray(value) ? value.filter((item) => typeof item === 'string') : []), ...added.flatMap(textsOf)].join(''),
  distinct: ({ value }) => {
    if (!isArray(value)) throw new PathRefusal('Aggregation function attempted unique values using non array');
    return [...new Map(value.map((item) => [canonicalText(item), item])).values()];
  },
  first: ({ value }) => elementAt(value, 0),
  index: ({ value, arguments: [index] }) => {
    if (typeof index !== 'number') throw new PathRefusal('"index()" needs a number; write it between the parentheses');
    return elementAt(value, Math.trunc(index));
  },
  keys: ({ value }) => (isObject(value) ? Object.keys(value) : null),
  last: ({ value }) => elementAt(value, -1),
  length,
  max: (call) => numbersOf(call).reduce((largest, value) => Math.max(largest, value)),
  min: (call) => numbersOf(call).reduce((smallest, value) => Math.min(smallest, value)),
  size: length,
  stddev: (call) => {
    const numbers = numbersOf(call);
    const mean = sum(numbers) / numbers.length;
    return Math.sqrt(sum(numbers.map((value) => value * value)) / numbers.length - mean * mean);
  },
  sum: (call) => sum(numbersOf(call)),
};

/** The number of elements or members; null for anything else, strings included. */
function length({ value, arguments: [counted] }: Call): Json {
  if (isArray(counted)) return counted.length;
  return isContainer(value) ? Object.keys(value).length : null;
}

function numbersOf({ value, arguments: added }: Call): number[] {
  const candidates = [...(isArray(value) ? value : []), ...added.flatMap((item) => (isArray(item) ? item : [item]))];
  const numbers = candidates.filter((candidate) => typeof candidate === 'number');
  if (numbers.length === 0) {
    throw new PathRefusal('Aggregation function attempted to calculate value using empty array');
  }
  return numbers;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

function textsOf(value: Json): string[] {
  return (isArray(value) ? value : [value]).flatMap((item) => (item === null ? [] : [javaText(item) ?? '']));
}

/** An index from the end does not reach the first element: Jayway fails `last()` of an array with one element. */
function elementAt(value: Json, index: number): Json {
  if (!isArray(value)) throw new PathRefusal('Aggregation function attempted to calculate value using empty array');
  const place = index < 0 ? value.length + index : index;
  const element = index < 0 && place === 0 ? undefined : value[place];
  if (element === undefined) {
    throw new PathRefusal(`Target index:${index} larger than object count:${value.length}`);
  }
  return element;
}
