import type { JsonataNode } from '../../../expressions';
import { absent, present, valuesOf, type Domain } from '../domain';
import { lengthOf } from '../read-path';
import { foreignDomains, typeDomains } from '../relation';
import type { Origin } from '../place';
import { constant, constantOf, failing, missing, unknown, type Reading } from '../symbolic-value';
import { knownShape } from '../ways';
import { absolute, applied, roundings } from './arithmetic';
import { appended, elementsOf, merged } from './build';
import { byDomain, eachValue } from './by-case';
import { callOf, evaluatedWith } from './concrete';
import { truthOf } from './logic';
import { booleanOf } from './result';
import { containsText, ofKnownKind, textLength } from './text';

interface Around {
  /** The value of the whole call as a symbol of its own. */
  readonly whole: (mayFail?: boolean) => Reading;
  readonly origin: Origin;
}

/** What a call of one of JSONata's functions gives; undefined where that cannot be solved for. */
export function readCall(
  name: string,
  nodes: readonly JsonataNode[],
  read: (node: JsonataNode) => Reading,
  around: Around,
): Reading | undefined {
  if (name === 'merge' && nodes.length === 1) return readMerge(nodes[0]!, read, around.origin);
  if (nodes.some(({ type }) => type === 'lambda' || type === 'regex' || type === 'partial')) return undefined;
  if (nodes.length === 2 && (name === 'append' || name === 'contains')) {
    const [first, second] = nodes.map(read) as [Reading, Reading];
    if (name === 'append') return appended(first, second);
    const sought = constantOf(second);
    return typeof sought === 'string' ? containsText(first, sought) : undefined;
  }
  if (nodes.length < 2) {
    const open = ofKnownKind(name, nodes.map(read), around.origin);
    if (open) return open;
  }
  const solve = nodes.length === 1 && Object.hasOwn(ofOne, name) ? ofOne[name]! : undefined;
  return solve?.(read(nodes[0]!), around);
}

type OfOne = (argument: Reading, around: Around) => Reading | undefined;

const ofOne: Readonly<Record<string, OfOne>> = {
  abs: (argument) => absolute(argument),
  average: (argument, around) => aggregated('average', argument, around),
  boolean: (argument, { origin }) => booleanOf(truthOf(argument, origin)),
  ceil: (argument, { origin }) => applied(roundings.ceil!, argument, origin),
  count: (argument, { origin }) => eachValue(argument, (value) => countOf(value, origin)),
  exists: (argument) => eachValue(argument, (value) => existence(value)),
  floor: (argument, { origin }) => applied(roundings.floor!, argument, origin),
  length: (argument) => eachValue(argument, textLength),
  max: (argument, around) => aggregated('max', argument, around),
  min: (argument, around) => aggregated('min', argument, around),
  not: (argument, { origin }) => {
    const results = truthOf(argument, origin);
    return booleanOf((result) => results(result === 'true' ? 'false' : result === 'false' ? 'true' : result));
  },
  number: (argument, { whole }) => keeping(argument, 'number', [[typeDomains.Numeric, foreignDomains.Numeric], whole]),
  string: (argument, { whole }) =>
    keeping(argument, 'string', [[typeDomains.String, foreignDomains.String], () => whole(false)]),
  sum: (argument, around) => aggregated('sum', argument, around),
  type: (argument) => eachValue(argument, typeOf),
};

/** `$string` of a text and `$number` of a number are what they are given. */
function keeping(
  argument: Reading,
  name: string,
  [[own, others], whole]: readonly [readonly [Domain, Domain], () => Reading],
): Reading | undefined {
  return eachValue(argument, (value) => {
    const known = constantOf(value);
    if (known !== undefined) return evaluatedWith(callOf(name), [known]);
    if (value.kind === 'missing' || value.kind === 'failing') return value;
    if (value.kind !== 'reference') return undefined;
    return byDomain(value, [
      [own, value],
      [absent, missing],
      [others, whole()],
    ]);
  });
}

/** A number alone is its own sum, maximum, minimum and average. */
function aggregated(name: string, argument: Reading, { whole }: Around): Reading | undefined {
  return eachValue(argument, (value) => {
    const known = constantOf(value);
    if (known !== undefined) return evaluatedWith(callOf(name), [known]);
    if (value.kind === 'missing' || value.kind === 'failing') return value;
    if (value.kind !== 'reference') return undefined;
    const foreign: Domain = { ...foreignDomains.Numeric, arrays: undefined };
    return byDomain(value, [
      [typeDomains.Numeric, value],
      [absent, missing],
      [valuesOf('array'), whole()],
      [foreign, failing],
    ]);
  });
}

/** Nothing counts 0, and what is no array counts 1. */
function countOf(value: Reading, origin: Origin): Reading | undefined {
  if (value.kind === 'failing') return value;
  if (value.kind === 'unknown')
    return value.mayFail ? undefined : unknown('the length of an array is not known', origin, 'number');
  if (value.kind !== 'reference') {
    const known = knownShape(value);
    return known ? evaluatedWith(callOf('count'), [known.value]) : constant(1);
  }
  return byDomain(value, [
    [valuesOf('array'), lengthOf(value)],
    [absent, constant(0)],
    [{ ...present, arrays: undefined }, constant(1)],
  ]);
}

const existence = (value: Reading): Reading | undefined =>
  value.kind === 'failing'
    ? value
    : value.kind === 'unknown' && value.mayFail
      ? undefined
      : byDomain(value, [
          [present, constant(true)],
          [absent, constant(false)],
        ]);

const kinds = ['string', 'number', 'boolean', 'null', 'array', 'object'] as const;

function typeOf(value: Reading): Reading | undefined {
  if (value.kind === 'failing') return value;
  if (value.kind === 'unknown' && value.mayFail) return undefined;
  return byDomain(value, [
    ...kinds.map((kind): [Domain, Reading] => [valuesOf(kind), constant(kind)]),
    [absent, missing],
  ]);
}

/** `$merge([a, b])`, or of one object, or of an array that is known. */
function readMerge(node: JsonataNode, read: (node: JsonataNode) => Reading, origin: Origin): Reading | undefined {
  if (node.type === 'unary' && node.value === '[') {
    const isPlain = node.expressions.every(
      ({ type, value }: { type: string; value?: unknown }) => type !== 'unary' || value === '{',
    );
    return isPlain ? merged(node.expressions.map(read), origin) : undefined;
  }
  const reading = read(node);
  const elements = elementsOf(reading);
  return elements && merged(elements, origin);
}
