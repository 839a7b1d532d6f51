import { evaluateJsonata, type Jsonata, type JsonataNode } from '../../expressions';
import type { Json } from '../../text/located';
import {
  constant,
  constantOf,
  mayBeMissing,
  missing,
  unknownInside,
  type Origin,
  type Reading,
  type SymbolicValue,
} from './symbolic-value';
import { eachCase, firstOf } from './ways';

/** What a JSONata expression can refer to, as far as it is known. */
export interface QueryRoots {
  /** The members of `$states`: `input`, `context`, and where the field has them `result` and `errorOutput`. */
  readonly states: ReadonlyMap<string, SymbolicValue>;
  variable(name: string): Reading;
}

/** What an expression gives: `missing` where it returns nothing, unknown where it does more than read or build data. */
export function readExpression(jsonata: Jsonata, roots: QueryRoots, node: Origin): Reading {
  const { ast, code } = jsonata;
  const reading = ast && jsonata.isComplete ? readNode(ast, roots, node) : undefined;
  return reading ?? folded(jsonata, roots) ?? unknownInside({ reason: `"${code}" computes a value`, node });
}

/** A literal, a path, or an array or object made of such; undefined for anything else. */
export function readNode(ast: JsonataNode, roots: QueryRoots, node: Origin): Reading | undefined {
  if ((ast.predicate ?? []).length > 0 || ast.group || ast.focus || ast.index || ast.keepArray) return undefined;
  switch (ast.type) {
    case 'string':
    case 'number':
    case 'value':
      return constant(ast.value as Json);
    case 'variable':
      return ast.value === 'states' ? undefined : readVariable(ast.value, roots);
    case 'path':
      return ast.keepSingletonArray || ast.tuple ? undefined : readSteps(ast.steps, roots, node);
    case 'block':
      return ast.expressions.length === 1 ? readNode(ast.expressions[0]!, roots, node) : undefined;
    case 'unary':
      return readBuilt(ast, roots, node);
    default:
      return undefined;
  }
}

const readVariable = (name: string, roots: QueryRoots): Reading | undefined =>
  name === '' || name === '$' ? undefined : roots.variable(name);

function readSteps(steps: readonly JsonataNode[], roots: QueryRoots, node: Origin): Reading | undefined {
  const [first, second] = steps;
  if (first?.type !== 'variable' || hasExtras(first)) return undefined;
  let reading: Reading | undefined;
  let rest = steps.slice(1);
  if (first.value === 'states') {
    if (second?.type !== 'name') return undefined;
    reading = roots.states.get(second.value) ?? missing;
    rest = steps.slice(2);
    if (second.stages?.length) return undefined;
  } else {
    reading = readVariable(first.value, roots);
  }
  for (const step of rest) {
    if (!reading || step.type !== 'name' || hasExtras(step)) return undefined;
    reading = readQueryMember(reading, step.value, node);
    for (const stage of step.stages ?? []) {
      const index = stage.type === 'filter' && stage.expr.type === 'number' ? stage.expr.value : undefined;
      if (!Number.isInteger(index) || (index as number) < 0) return undefined;
      reading = readQueryMember(reading, index as number, node);
    }
  }
  return reading;
}

const hasExtras = ({ predicate, group, focus, index, keepArray, tuple }: JsonataNode): boolean =>
  (predicate ?? []).length > 0 ||
  group !== undefined ||
  focus !== undefined ||
  index !== undefined ||
  !!keepArray ||
  !!tuple;

/** A member, or an element, as JSONata reads it: what is no array is its own first element. */
function readQueryMember(value: Reading, step: string | number, node: Origin): Reading {
  switch (value.kind) {
    case 'missing':
      return missing;
    case 'reference':
      return { ...value, path: [...value.path, step], view: 'query' };
    case 'unknown':
      return value.is && value.is !== 'object' && value.is !== 'array' ? missing : unknownInside(value);
    case 'cases':
      return eachCase(value, (one) => readQueryMember(one, step, node));
    case 'array':
      return typeof step === 'number' ? (value.items[step] ?? missing) : mapped(node);
    case 'constant':
      if (Array.isArray(value.value)) {
        const items = value.value as readonly Json[];
        if (typeof step === 'string') return mapped(node);
        return step < items.length ? constant(items[step]!) : missing;
      }
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
      return value.members.get(step) ?? readQueryMember(value.base, step, node);
    case 'merged':
      return firstOf(readQueryMember(value.second, step, node), readQueryMember(value.first, step, node));
  }
}

const mapped = (node: Origin): Reading =>
  unknownInside({ reason: 'a JSONata path goes through the elements of an array', node });

function readBuilt(
  ast: Extract<JsonataNode, { type: 'unary' }>,
  roots: QueryRoots,
  node: Origin,
): SymbolicValue | undefined {
  if (ast.value === '-') return undefined;
  if (ast.value === '[') {
    // An array in an array literal stays, a path that finds several values is spread: only literals are sure.
    const items = ast.expressions.map((item) => readNode(item, roots, node));
    return items.every((item) => item?.kind === 'constant' && !Array.isArray(item.value))
      ? { kind: 'array', items: items as SymbolicValue[] }
      : undefined;
  }
  const members = new Map<string, SymbolicValue>();
  for (const [key, value] of ast.lhs) {
    const read = key.type === 'string' ? readNode(value, roots, node) : undefined;
    // A member whose value is nothing is left out, which is not known of a reference.
    if (!read || read.kind === 'missing' || mayBeMissing(read)) return undefined;
    members.set((key as { value: string }).value, read);
  }
  return { kind: 'object', members };
}

const notTheSameTwice = new Set(['now', 'millis', 'random', 'uuid']);

/** The value of an expression all of whose data is known. */
function folded(jsonata: Jsonata, roots: QueryRoots): Reading | undefined {
  const { references, isComplete } = jsonata;
  if (!isComplete || references.topLevel.length > 0) return undefined;
  if (references.calls.some(({ name }) => notTheSameTwice.has(name))) return undefined;
  const states = new Map<string, Json>();
  for (const { member } of references.states) {
    const value = member === undefined ? undefined : constantOf(roots.states.get(member) ?? missing);
    if (value === undefined) return undefined;
    states.set(member!, value);
  }
  const variables = new Map<string, Json>();
  for (const { name } of references.variables) {
    const value = constantOf(roots.variable(name));
    if (value === undefined) return undefined;
    variables.set(name, value);
  }
  const bindings = { states: Object.fromEntries(states) as Json, variables };
  const result = evaluateJsonata(jsonata, bindings, { now: () => 0, uuid: () => '', random: () => 0 });
  return result.kind === 'value' ? constant(result.value) : result.kind === 'undefined' ? missing : undefined;
}
