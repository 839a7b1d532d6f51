import type { JsonataNode, JsonataStage } from '../../../expressions';
import type { Json } from '../../../text/located';
import type { Origin } from '../place';
import { constant, missing, unknownInside, type Reading, type SymbolicValue } from '../symbolic-value';
import { eachCase, firstOf } from '../ways';
import { hasExtras, variableIn, type Scope } from './scope';

/** A path of names and indexes; undefined where it does more than that, or goes through the elements of a known array. */
export function readSteps(steps: readonly JsonataNode[], scope: Scope): Reading | undefined {
  const [first, second] = steps;
  if (first?.type !== 'variable' || hasExtras(first) || first.value === '' || first.value === '$') return undefined;
  let reading: Reading | undefined;
  let rest = steps.slice(1);
  if (first.value === 'states') {
    if (second?.type !== 'name') return undefined;
    reading = scope.roots.states.get(second.value) ?? missing;
    if (hasExtras(second)) return undefined;
    rest = steps.slice(2);
    reading = atStages(reading, second.stages ?? [], scope.origin);
  } else {
    reading = variableIn(scope, first.value);
  }
  for (const step of rest) {
    if (!reading || step.type !== 'name' || hasExtras(step)) return undefined;
    const member = readQueryMember(reading, step.value, scope.origin);
    reading = member && atStages(member, step.stages ?? [], scope.origin);
  }
  return reading;
}

/** What indexes behind a step leave of it; undefined for other filters. */
export function atStages(reading: Reading, stages: readonly JsonataStage[], origin: Origin): Reading | undefined {
  let found: Reading | undefined = reading;
  for (const stage of stages) {
    const index = stage.type === 'filter' && stage.expr.type === 'number' ? stage.expr.value : undefined;
    if (!found || !Number.isInteger(index) || (index as number) < 0) return undefined;
    found = readQueryMember(found, index as number, origin);
  }
  return found;
}

/** Follows names as far as they lead to one place; `read` says how many. */
export function readNames(
  start: Reading,
  names: readonly string[],
  origin: Origin,
): { readonly reading: Reading; readonly read: number } {
  let reading = start;
  for (const [at, name] of names.entries()) {
    // A place may hold an array, whose elements the path goes through: all of it is needed.
    if (reading.kind === 'reference') return { reading, read: at };
    const next = readQueryMember(reading, name, origin);
    if (!next) return { reading, read: at };
    reading = next;
  }
  return { reading, read: names.length };
}

/**
 * A member, or an element, as JSONata reads it: what is no array is its own first element. Undefined where it goes through
 * the elements of an array that is known.
 */
export function readQueryMember(value: Reading, step: string | number, origin: Origin): Reading | undefined {
  switch (value.kind) {
    case 'missing':
    case 'failing':
      return value;
    case 'reference':
      return { ...value, path: [...value.path, step], view: value.view === 'mixed' ? 'mixed' : 'query' };
    case 'unknown': {
      if (value.is && value.is !== 'object' && value.is !== 'array' && typeof step === 'string') {
        return value.mayFail ? { ...value, mayBeMissing: true } : missing;
      }
      return unknownInside(value);
    }
    case 'cases': {
      const members = value.cases.map((one) => readQueryMember(one.value, step, origin));
      if (members.some((member) => member === undefined)) return undefined;
      return eachCase(value, (one) => readQueryMember(one, step, origin)!);
    }
    case 'array':
      return ofElements(value.items, step, origin);
    case 'constant':
      if (Array.isArray(value.value)) return ofElements((value.value as readonly Json[]).map(constant), step, origin);
  }
  if (typeof step === 'number') return step === 0 ? value : missing;
  switch (value.kind) {
    case 'derived':
      return missing;
    case 'constant': {
      const { value: json } = value;
      if (typeof json !== 'object' || json === null || !Object.hasOwn(json, step)) return missing;
      return constant((json as Readonly<Record<string, Json>>)[step]!);
    }
    case 'object':
      return value.members.get(step) ?? missing;
    case 'over':
      return value.members.get(step) ?? readQueryMember(value.base, step, origin);
    case 'merged': {
      const [second, first] = [value.second, value.first].map((part) => readQueryMember(part, step, origin));
      return second && first && firstOf(second, first);
    }
  }
}

/** A name goes through the elements, which is plain where there is one at most: a sequence of one is its element. */
function ofElements(items: readonly SymbolicValue[], step: string | number, origin: Origin): Reading | undefined {
  if (typeof step === 'number') return items[step] ?? missing;
  if (items.length > 1) return undefined;
  return items[0] ? readQueryMember(items[0], step, origin) : missing;
}
