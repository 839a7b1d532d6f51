import type { JsonataNode } from '../../../expressions';
import type { Json } from '../../../text/located';
import { matchFor } from './regex-sample';

/** A part of an expression with values that it may have to give. */
export type Wanted = readonly [part: JsonataNode, values: readonly Json[]];

/** What the parts of an expression may have to give for the whole to give one of the values: guesses, not more. */
export function wantedOf(node: JsonataNode, values: readonly Json[]): readonly Wanted[] {
  switch (node.type) {
    case 'binary':
      return ofOperator(node, values);
    case 'function':
      return ofCall(node, values);
    case 'regex':
      return [[node, matchFor(node.value)]];
    case 'apply': {
      const call: JsonataNode =
        node.rhs.type === 'function'
          ? { ...node.rhs, arguments: [node.lhs, ...node.rhs.arguments] }
          : { type: 'function', procedure: node.rhs, arguments: [node.lhs] };
      return wantedOf(call, values);
    }
    case 'condition':
      return [node.then, ...(node.else ? [node.else] : [])].map((part) => [part, values]);
    case 'block':
      return node.expressions.slice(-1).map((part) => [part, values]);
    case 'unary':
      if (node.value === '-') return [[node.expression, numbersIn(values).map((value) => -value)]];
      if (node.value === '[') return node.expressions.map((part) => [part, values.flat() as Json[]]);
      return [];
    case 'path':
      // `$split(s, ",")[0]`: the first step with what stands behind it.
      return node.steps.slice(0, 1).map((part) => [part, values.map((value) => [value])]);
    default:
      return [];
  }
}

const numbersIn = (values: readonly Json[]): readonly number[] =>
  values.filter((value): value is number => typeof value === 'number');
const textsIn = (values: readonly Json[]): readonly string[] =>
  values.filter((value): value is string => typeof value === 'string');

function ofOperator({ value, lhs, rhs }: Extract<JsonataNode, { type: 'binary' }>, values: readonly Json[]): Wanted[] {
  const [left, right] = [literalOf(lhs), literalOf(rhs)];
  if (value === '&') {
    return [
      [
        lhs,
        textsIn(values).map((text) =>
          typeof right === 'string' && text.endsWith(right) ? text.slice(0, text.length - right.length) : text,
        ),
      ],
      [
        rhs,
        textsIn(values).map((text) =>
          typeof left === 'string' && text.startsWith(left) ? text.slice(left.length) : text,
        ),
      ],
    ];
  }
  const numbers = numbersIn(values);
  const inverse = Object.hasOwn(inverses, value) ? inverses[value] : undefined;
  if (!inverse) return [];
  if (typeof right === 'number') return [[lhs, numbers.map((number) => inverse.left(number, right))]];
  if (typeof left === 'number') return [[rhs, numbers.map((number) => inverse.right(number, left))]];
  return [
    [lhs, [...numbers, 1]],
    [rhs, [...numbers, 1]],
  ];
}

type Inverse = (made: number, known: number) => number;

/** What the left, or the right side must be, the other being known. */
const inverses: Readonly<Record<string, { readonly left: Inverse; readonly right: Inverse }>> = {
  '+': { left: (made, known) => made - known, right: (made, known) => made - known },
  '-': { left: (made, known) => made + known, right: (made, known) => known - made },
  '*': { left: (made, known) => made / (known || 1), right: (made, known) => made / (known || 1) },
  '/': { left: (made, known) => made * known, right: (made, known) => known / (made || 1) },
  '%': { left: (made) => made, right: (made) => made + 1 },
};

const literalOf = (node: JsonataNode): unknown =>
  node.type === 'string' || node.type === 'number' ? node.value : undefined;

function ofCall(
  { procedure, arguments: all }: Extract<JsonataNode, { type: 'function' | 'partial' }>,
  values: readonly Json[],
): Wanted[] {
  const [first, ...rest] = all;
  const name = procedure.type === 'variable' ? procedure.value : '';
  if (!first || !Object.hasOwn(ofArguments, name)) return [];
  return [[first, ofArguments[name]!(values, rest.map(literalOf))]];
}

type OfArgument = (values: readonly Json[], others: readonly unknown[]) => readonly Json[];

const same: OfArgument = (values) => values;
const asItem: OfArgument = (values) => values.map((value) => [value]);
const asText: OfArgument = (values) =>
  textsIn(values).flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);

/** What the first argument may have to be. */
const ofArguments: Readonly<Record<string, OfArgument>> = {
  abs: same,
  append: same,
  average: asItem,
  ceil: same,
  count: (values) =>
    numbersIn(values).map((count) => Array.from({ length: Math.min(Math.max(count, 0), 50) }, () => 1)),
  distinct: same,
  filter: same,
  floor: same,
  fromMillis: (values) => textsIn(values).flatMap((text) => (Number.isNaN(Date.parse(text)) ? [] : [Date.parse(text)])),
  join: asItem,
  keys: (values) => textsIn(values.flat() as Json[]).map((name) => ({ [name]: 1 })),
  length: (values) => numbersIn(values).map((length) => 'a'.repeat(Math.min(Math.max(length, 0), 1000))),
  lowercase: asText,
  map: same,
  max: asItem,
  merge: same,
  min: asItem,
  number: (values) => numbersIn(values).map(String),
  pad: asText,
  parse: (values) => values.map((value) => JSON.stringify(value)),
  replace: same,
  reverse: same,
  round: same,
  single: asItem,
  sort: same,
  split: (values, [separator]) => [
    ...values.flatMap((value) =>
      Array.isArray(value) ? [textsIn(value as Json[]).join(String(separator ?? ''))] : [],
    ),
    `a${String(separator ?? '')}b`,
  ],
  sqrt: (values) => numbersIn(values).map((value) => value ** 2),
  string: (values) =>
    textsIn(values).flatMap((text): Json[] => (text !== '' && String(Number(text)) === text ? [Number(text)] : [text])),
  substring: (values, [start]) => {
    const before = typeof start === 'number' && start > 0 ? 'a'.repeat(Math.min(start, 1000)) : '';
    return textsIn(values).map((text) => before + text);
  },
  substringAfter: (values, [separator]) => textsIn(values).map((text) => String(separator ?? '') + text),
  substringBefore: (values, [separator]) => textsIn(values).map((text) => text + String(separator ?? '')),
  sum: asItem,
  toMillis: (values) =>
    numbersIn(values).flatMap((millis) => (Math.abs(millis) < 8.64e15 ? [new Date(millis).toISOString()] : [])),
  trim: asText,
  uppercase: asText,
};
