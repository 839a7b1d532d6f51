import type { Json } from '../../../text/located';
import { absent, anyObject, present, valuesOf, type Domain } from '../domain';
import type { Origin } from '../place';
import { constant, constantOf, failing, unknown, type Reading, type SymbolicValue } from '../symbolic-value';
import { absenceWays, allWays, failureWays, presenceWays, waysInto } from '../ways';
import { byDomain, casesOf, eachValue } from './by-case';
import type { Way } from '../formula';

/** An expression in an array literal; an array literal in one stays an array, any other array is spread. */
export interface ArrayItem {
  readonly reading: Reading;
  readonly isNested: boolean;
}

/** `[a, b]`; undefined where it is not known how many elements there are. */
export function arrayLiteral(items: readonly ArrayItem[]): Reading | undefined {
  const only = items.length === 1 && !items[0]!.isNested ? items[0]!.reading : undefined;
  if (only?.kind === 'reference') {
    return byDomain(only, [
      [
        { ...present, arrays: undefined },
        { kind: 'array', items: [only] },
      ],
      [absent, constant([])],
      [valuesOf('array'), only],
    ]);
  }
  const spread: SymbolicValue[] = [];
  for (const { reading, isNested } of items) {
    if (reading.kind === 'failing') return failing;
    if (reading.kind === 'missing') continue;
    const elements = isNested ? undefined : elementsOf(reading);
    if (elements) spread.push(...elements);
    else if (isNested || isSingle(reading)) spread.push(reading);
    else return undefined;
  }
  const array: SymbolicValue = { kind: 'array', items: spread };
  const known = constantOf(array);
  return known === undefined ? array : constant(known);
}

/** The elements of an array that is known to be one. */
export function elementsOf(reading: Reading): readonly SymbolicValue[] | undefined {
  if (reading.kind === 'array') return reading.items;
  if (reading.kind !== 'constant' || !Array.isArray(reading.value)) return undefined;
  return (reading.value as readonly Json[]).map(constant);
}

/** Whether a value is there and no array. */
function isSingle(reading: Reading): reading is SymbolicValue {
  switch (reading.kind) {
    case 'constant':
    case 'object':
    case 'over':
    case 'merged':
    case 'derived':
      return true;
    case 'unknown':
      return reading.is !== undefined && reading.is !== 'array' && !reading.mayBeMissing && !reading.mayFail;
    default:
      return false;
  }
}

/** `{"name": value}`: a member whose value is nothing is left out. Undefined if there are too many cases. */
export function objectLiteral(members: ReadonlyMap<string, Reading>): Reading | undefined {
  const there: [string, SymbolicValue][] = [];
  const failures: Way[] = [];
  let succeeds: readonly Way[] = [{}];
  for (const [name, reading] of members) {
    if (reading.kind === 'failing') return failing;
    if (reading.kind === 'missing') continue;
    const fails = failureWays(reading);
    failures.push(...fails);
    if (fails.length > 0) succeeds = allWays(succeeds, [...presenceWays(reading), ...absenceWays(reading)]);
    if (succeeds.length > maxWays) return undefined;
    there.push([name, reading]);
  }
  const made: SymbolicValue = { kind: 'object', members: new Map(there) };
  const known = constantOf(made);
  const value = known === undefined ? made : constant(known);
  if (failures.length === 0) return value;
  return casesOf([
    { when: succeeds, value },
    { when: failures, value: failing },
  ]);
}

const maxWays = 32;

/** `$append(a, b)` */
export const appended = (first: Reading, second: Reading): Reading | undefined =>
  eachValue(first, (left) =>
    eachValue(second, (right) => {
      if (left.kind === 'failing' || right.kind === 'failing') return failing;
      if (left.kind === 'missing') return right;
      if (right.kind === 'missing') return left;
      const parts = [left, right].map((part) => elementsOf(part) ?? (isSingle(part) ? [part] : undefined));
      if (parts.some((part) => part === undefined)) return undefined;
      const array: SymbolicValue = { kind: 'array', items: parts.flatMap((part) => part!) };
      const known = constantOf(array);
      return known === undefined ? array : constant(known);
    }),
  );

const objectOrNothing: Domain = { ...anyObject, absent: true };
const otherScalars: Domain = { ...present, objects: false, arrays: undefined };

/** `$merge([a, b])` of objects, or nothing. Arrays, whose elements would be merged, are not looked into. */
export function merged(parts: readonly Reading[], node: Origin): Reading | undefined {
  const doubt = { reason: 'what $merge is given may be an array', node };
  const other: Reading = { ...unknown(doubt.reason, node), mayBeMissing: true, mayFail: true };
  const known: SymbolicValue[] = [];
  let when: readonly Way[] = [{}];
  const [arrays, failures]: [Way[], Way[]] = [[], []];
  for (const part of parts) {
    if (part.kind === 'failing') return failing;
    if (part.kind === 'missing') continue;
    arrays.push(...waysInto(part, valuesOf('array')).map((way) => ({ ...way, doubt })));
    failures.push(...waysInto(part, otherScalars), ...failureWays(part));
    when = allWays(when, waysInto(part, objectOrNothing));
    if (when.length > maxWays) return undefined;
    known.push(part);
  }
  if (known.length === 0) return undefined;
  const value = known.reduce((first, second): SymbolicValue => ({ kind: 'merged', first, second }));
  return casesOf([
    { when, value },
    { when: arrays, value: other },
    { when: failures, value: failing },
  ]);
}
