import {
  evaluatePath,
  isDefinite,
  type FilterCondition,
  type JsonPath,
  type PathRoot,
  type PathSegment,
  type ReferencePath,
} from '../../expressions';
import type { Json } from '../../text/located';
import { arraysOf, only, type Domain } from './domain';
import { commonValues, type Intervals } from './intervals';
import type { Origin, Reference } from './place';
import {
  constant,
  constantOf,
  missing,
  unknown,
  unknownInside,
  type Cases,
  type Derived,
  type Reading,
  type SymbolicValue,
} from './symbolic-value';
import { allWays, eachCase, firstOf, waysInto } from './ways';

/** What the paths of a field start from, as far as it is known. */
export interface SymbolicRoots {
  readonly input: SymbolicValue;
  readonly context: SymbolicValue;
  readonly variable: (name: string) => Reading;
}

/** Follows a JSONPath through symbolic data. `node` is where it is written. */
export function readPath(path: JsonPath | ReferencePath, roots: SymbolicRoots, node: Origin): Reading {
  const start = rootOf(path.root, roots);
  let reading = start;
  for (const [at, segment] of path.segments.entries()) {
    const step = stepOf(segment);
    if (step === undefined) {
      const { segments } = path;
      if (segment.kind === 'function' && segment.name === 'length' && isDefinite(path) && at === segments.length - 1) {
        if (reading.kind === 'array') return constant(reading.items.length);
      }
      return readWhole(path, start, node, { before: reading, at });
    }
    reading = readMember(reading, step);
  }
  return reading;
}

const stepOf = (segment: PathSegment): string | number | undefined =>
  segment.kind === 'name' ? segment.name : segment.kind === 'index' && segment.index >= 0 ? segment.index : undefined;

function rootOf(root: PathRoot, roots: SymbolicRoots): Reading {
  if (root.kind === 'variable') return roots.variable(root.name);
  return root.kind === 'context' ? roots.context : roots.input;
}

/** A path that cannot be followed step by step has a value only where all it starts from is known. */
function readWhole(
  path: JsonPath | ReferencePath,
  start: Reading,
  node: Origin,
  { before, at }: { readonly before: Reading; readonly at: number },
): Reading {
  if (start.kind === 'missing') return missing;
  const input = constantOf(start);
  if (input !== undefined) {
    const result = evaluatePath(path, { input, context: input, variable: () => input });
    return result.found ? constant(result.value) : missing;
  }
  const mayRefuse = path.segments.some(
    ({ kind }) => kind === 'filter' || kind === 'function' || kind === 'descendants',
  );
  const reason = `what "${path.text}" finds depends on more than one place of the data`;
  const isHolder = before.kind === 'reference' || before.kind === 'array';
  if (!isDefinite(path) && isHolder) return matchesOf(path.segments.slice(at), before, reason, node);
  return isDefinite(path) || mayRefuse ? unknownInside({ reason, node }) : unknown(reason, node, 'array');
}

/** What `[*]`, `[1:]`, `[?(...)]` and their like find: surely nothing where there is nothing to find it in. */
function matchesOf(segments: readonly PathSegment[], holder: Reading, reason: string, node: Origin): Reading {
  const isInside = holder.kind === 'reference' && holder.path.length > 0;
  const empty = { when: waysInto(holder, { ...arraysOf(0, 0), absent: isInside }), value: constant([]) };
  const [segment] = segments;
  const wanted = segments.length === 1 && segment?.kind === 'filter' ? equalityIn(segment.condition) : undefined;
  const item = readMember(holder, 0);
  const cases: Cases['cases'][number][] = [empty];
  if (wanted && item.kind !== 'missing' && item.kind !== 'failing') {
    const tested = wanted.path.reduce<Reading>(readMember, item);
    const when = allWays(waysInto(holder, arraysOf(1, 1)), waysInto(tested, only(wanted.value)));
    cases.push({ when, value: { kind: 'array', items: [item] } });
  }
  return {
    kind: 'cases',
    cases: [...cases, { when: [{ doubt: { reason, node } }], value: unknown(reason, node, 'array') }],
  };
}

/** `@.a.b == 'text'` */
function equalityIn(
  condition: FilterCondition,
): { readonly path: readonly string[]; readonly value: Json } | undefined {
  if (condition.kind !== 'comparison' || condition.operator !== '==') return undefined;
  const { left, right } = condition;
  if (left.kind !== 'path' || left.root.kind !== 'current' || right.kind !== 'string') return undefined;
  const path = left.segments.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));
  return path.length === left.segments.length ? { path, value: right.value } : undefined;
}

/** The member of that name or the element at that index, as JSONPath reads it. */
export function readMember(value: Reading, step: string | number): Reading {
  switch (value.kind) {
    case 'failing':
      return value;
    case 'missing':
    case 'derived':
      return missing;
    case 'constant': {
      const { value: json } = value;
      const isHolder = typeof json === 'object' && json !== null && Array.isArray(json) === (typeof step === 'number');
      if (!isHolder || !Object.hasOwn(json, step)) return missing;
      return constant((json as Readonly<Record<string | number, never>>)[step]!);
    }
    case 'reference':
      return { ...value, path: [...value.path, step], view: value.view === 'exact' ? 'exact' : 'mixed' };
    case 'object':
      return (typeof step === 'string' ? value.members.get(step) : undefined) ?? missing;
    case 'array':
      return (typeof step === 'number' ? value.items[step] : undefined) ?? missing;
    case 'over':
      if (typeof step === 'number') return missing;
      return value.members.get(step) ?? readMember(value.base, step);
    case 'merged':
      return firstOf(readMember(value.second, step), readMember(value.first, step));
    case 'cases':
      return eachCase(value, (one) => readMember(one, step));
    case 'unknown': {
      const holds = typeof step === 'string' ? 'object' : 'array';
      return value.is && value.is !== holds ? missing : unknownInside(value);
    }
  }
}

/** The length of the array at a place, as a number that can be solved for. */
export const lengthOf = (of: Reference): Derived => ({
  kind: 'derived',
  is: 'number',
  of,
  from: arraysOf(0),
  preimages: ({ numbers }) => lengthsIn(numbers),
  make: (value) => (value as readonly Json[]).length,
});

/** The arrays whose lengths are in a set of numbers. */
function lengthsIn(numbers: Intervals<number>): readonly Domain[] {
  return commonValues(numbers, [[0, Number.MAX_VALUE]]).flatMap(([low, high]) => {
    const [min, max] = [Math.ceil(low), Math.floor(high)];
    return min <= max ? [arraysOf(min, max)] : [];
  });
}
