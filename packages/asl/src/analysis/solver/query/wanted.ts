import type { JsonataNode, JsonataStage } from '../../../expressions';
import type { Json } from '../../../text/located';
import { matchFor } from './regex-sample';
import { flattened } from './shape';

/** A part of an expression with values that it may have to give. */
export type Wanted = readonly [part: JsonataNode, values: readonly Json[]];

/** What the parts of an expression may have to give for the whole to give one of the values: guesses, not more. */
export function wantedOf(node: JsonataNode, values: readonly Json[]): readonly Wanted[] {
  const { predicate = [], ...bare } = node;
  if (predicate.length > 0) return [[bare, values.map((value) => behindFilters(value, predicate))]];
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
      if (node.value === '[') return node.expressions.map((part) => [part, flattened(values)]);
      return [];
    case 'path':
      return ofPath(node, values);
    default:
      return [];
  }
}

/** `$parse(text).items[0].id`: what the beginning has to be for the rest to find the value. */
function ofPath({ steps }: Extract<JsonataNode, { type: 'path' }>, values: readonly Json[]): readonly Wanted[] {
  const [first, ...rest] = steps;
  if (!first || rest.some(({ type }) => type !== 'name')) return [];
  const around = (value: Json): Json =>
    rest.reduceRight<Json>(
      (inner, step) => ({ [(step as { value: string }).value]: behindFilters(inner, step.stages ?? []) }),
      value,
    );
  const { stages = [], ...bare } = first;
  return [[bare, values.map((value) => behindFilters(around(value), stages))]];
}

/** An array from which filters choose a value: an index says where it is. */
function behindFilters(value: Json, stages: readonly JsonataStage[]): Json {
  const [stage] = stages;
  if (stage?.type !== 'filter') return value;
  const index = stage.expr.type === 'number' ? (stage.expr.value as number) : 0;
  return [...Array.from({ length: Math.min(Math.max(index, 0), 50) }, () => 'a'), value];
}

const numbersIn = (values: readonly Json[]): readonly number[] =>
  values.filter((value): value is number => typeof value === 'number');
const textsIn = (values: readonly Json[]): readonly string[] =>
  values.filter((value): value is string => typeof value === 'string');

/** The texts anywhere in the values. */
const textsInside = (values: readonly Json[]): readonly string[] =>
  values.flatMap((value) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsInside(Object.values<Json>(value)) : [];
  });

function ofOperator({ value, lhs, rhs }: Extract<JsonataNode, { type: 'binary' }>, values: readonly Json[]): Wanted[] {
  if (value === '&') return ofConcatenation([lhs, rhs].flatMap(partsOf), textsIn(values));
  const [left, right, numbers] = [literalOf(lhs), literalOf(rhs), numbersIn(values)];
  const inverse = Object.hasOwn(inverses, value) ? inverses[value] : undefined;
  if (!inverse) return [];
  if (typeof right === 'number') return [[lhs, numbers.map((number) => inverse.left(number, right))]];
  if (typeof left === 'number') return [[rhs, numbers.map((number) => inverse.right(number, left))]];
  return [
    [lhs, [...numbers, 1]],
    [rhs, [...numbers, 1]],
  ];
}

/** `a & "/" & b` is a list of three. */
const partsOf = (node: JsonataNode): readonly JsonataNode[] =>
  node.type === 'binary' && node.value === '&' ? [node.lhs, node.rhs].flatMap(partsOf) : [node];

/** Takes the texts apart where the literals between the other parts are found. */
function ofConcatenation(parts: readonly JsonataNode[], texts: readonly string[]): Wanted[] {
  const pieces: string[][] = parts.map(() => []);
  for (const text of texts) {
    let at = 0;
    for (const [index, part] of parts.entries()) {
      const literal = literalOf(part);
      if (literal !== undefined) {
        at += String(literal).length;
        continue;
      }
      const next = parts
        .slice(index + 1)
        .map(literalOf)
        .find((other) => other !== undefined);
      const found = next === undefined ? -1 : text.indexOf(String(next), at);
      const end = found < 0 ? text.length : found;
      pieces[index]!.push(text.slice(at, end));
      at = end;
    }
  }
  return parts.flatMap((part, index): Wanted[] => (literalOf(part) === undefined ? [[part, pieces[index]!]] : []));
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

const literalOf = (node: JsonataNode): string | number | undefined =>
  node.type === 'string' || node.type === 'number' ? (node.value as string | number) : undefined;

const textOf = (literal: string | number | undefined): string => String(literal ?? '');

function ofCall(
  { procedure, arguments: all }: Extract<JsonataNode, { type: 'function' | 'partial' }>,
  values: readonly Json[],
): Wanted[] {
  const [first, ...rest] = all;
  const name = procedure.type === 'variable' ? procedure.value : '';
  if (!first) return [];
  const [second] = rest;
  if (name === 'append') return all.map((part) => [part, [...values, ...flattened(values)]]);
  if (name === 'match' && second?.type === 'regex')
    return [[first, textsInside(values).flatMap((text) => matchFor(second.value, text))]];
  if (!Object.hasOwn(ofArguments, name)) return [];
  return [[first, ofArguments[name]!(values, rest.map(literalOf))]];
}

type OfArgument = (values: readonly Json[], others: readonly (string | number | undefined)[]) => readonly Json[];

const same: OfArgument = (values) => values;
const asItem: OfArgument = (values) => values.map((value) => [value]);
const asText: OfArgument = (values) =>
  textsIn(values).flatMap((text) => [text, text.toUpperCase(), text.toLowerCase()]);

/** What the first argument may have to be. */
const ofArguments: Readonly<Record<string, OfArgument>> = {
  abs: same,
  average: asItem,
  ceil: same,
  count: (values) =>
    numbersIn(values).map((count) => Array.from({ length: Math.min(Math.max(count, 0), 50) }, () => 1)),
  distinct: same,
  filter: same,
  floor: same,
  fromMillis: (values) => textsIn(values).flatMap((text) => (Number.isNaN(Date.parse(text)) ? [] : [Date.parse(text)])),
  join: asItem,
  keys: (values) => textsIn(flattened(values)).map((name) => ({ [name]: 1 })),
  length: (values) => numbersIn(values).map((length) => 'a'.repeat(Math.min(Math.max(length, 0), 1000))),
  lowercase: asText,
  map: same,
  max: asItem,
  merge: same,
  min: asItem,
  number: (values) => numbersIn(values).map(String),
  pad: asText,
  lookup: (values, [name]) => values.map((value) => ({ [String(name)]: value })),
  parse: (values) => values.map((value) => JSON.stringify(value)),
  power: (values, [exponent]) => numbersIn(values).map((value) => value ** (1 / Number(exponent))),
  replace: same,
  reverse: same,
  round: same,
  single: asItem,
  sort: same,
  split: (values, [separator]) => [
    ...values.flatMap((value) =>
      Array.isArray(value)
        ? [(value as readonly Json[]).map((part) => (typeof part === 'object' ? 'a' : part)).join(textOf(separator))]
        : [],
    ),
    `a${textOf(separator)}b`,
  ],
  sqrt: (values) => numbersIn(values).map((value) => value ** 2),
  string: (values) =>
    textsIn(values).flatMap((text): Json[] => (text !== '' && String(Number(text)) === text ? [Number(text)] : [text])),
  substring: (values, [start]) => {
    const before = typeof start === 'number' && start > 0 ? 'a'.repeat(Math.min(start, 1000)) : '';
    return textsIn(values).map((text) => before + text);
  },
  substringAfter: (values, [separator]) => textsIn(values).map((text) => textOf(separator) + text),
  substringBefore: (values, [separator]) => textsIn(values).map((text) => text + textOf(separator)),
  sum: asItem,
  toMillis: (values) =>
    numbersIn(values).flatMap((millis) => (Math.abs(millis) < 8.64e15 ? [new Date(millis).toISOString()] : [])),
  trim: asText,
  uppercase: asText,
};
