import type { Json } from '../../text/located';
import { setMember } from '../json/kind';
import { isFunction } from './function-value';
import type { JsonataBindings, JsonataResult } from './jsonata-result';
import { isRecord, isSequence } from './values';

/** Thrown from deep inside a value that holds a function. */
class UnsupportedValue extends Error {}

/**
 * What an expression gives to the state: plain JSON without the marks of sequences. Infinite numbers become texts, as on
 * AWS (measured: `1/0` gives "Infinity"). Whatever has nothing to be converted, such as a part of the input, is not copied.
 */
export function toJson(value: unknown, bindings: JsonataBindings): JsonataResult {
  if (value === undefined) return { kind: 'undefined' };
  try {
    return { kind: 'value', value: convert(value, typeof value === 'object' ? knownValues(bindings) : nothing) };
  } catch (failure) {
    if (failure instanceof UnsupportedValue) return { kind: 'unsupported' };
    throw failure;
  }
}

const nothing: ReadonlySet<unknown> = new Set();

function knownValues({ states, variables }: JsonataBindings): ReadonlySet<unknown> {
  const known = new Set<unknown>([states, ...(variables?.values() ?? [])]);
  if (isRecord(states)) for (const member of Object.values(states)) known.add(member);
  return known;
}

function convert(value: unknown, known: ReadonlySet<unknown>): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (isFunction(value)) throw new UnsupportedValue();
  if (typeof value !== 'object' || value === null || known.has(value)) return (value ?? null) as Json;
  return Array.isArray(value)
    ? convertArray(value, known)
    : convertObject(value as Readonly<Record<string, unknown>>, known);
}

function convertArray(items: readonly unknown[], known: ReadonlySet<unknown>): Json {
  const converted = items.map((item) => convert(item, known));
  const isPlain =
    !isSequence(items) && !('sequence' in items) && converted.every((item, index) => item === items[index]);
  return isPlain ? (items as readonly Json[]) : converted;
}

function convertObject(object: Readonly<Record<string, unknown>>, known: ReadonlySet<unknown>): Json {
  const entries = Object.entries(object);
  const converted = entries.map(([, member]) => (member === undefined ? undefined : convert(member, known)));
  if (converted.every((member, index) => member !== undefined && member === entries[index]?.[1])) return object as Json;
  const copy: Record<string, unknown> = {};
  entries.forEach(([name], index) => {
    if (converted[index] !== undefined) setMember(copy, name, converted[index]);
  });
  return copy as Json;
}
