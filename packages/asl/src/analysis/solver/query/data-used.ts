import type { JsonataNode } from '../../../expressions';

/** What an expression reads from outside. */
export interface DataUsed {
  /** The members of `$states` that it reads, each by the names that follow. */
  readonly states: readonly (readonly string[])[];
  /** The variables that it reads, names of functions included. */
  readonly variables: ReadonlySet<string>;
  /** Whether it gives the same each time, and all that it reads is known. */
  readonly isPlain: boolean;
}

const notTheSameTwice = new Set(['now', 'millis', 'random', 'uuid', 'shuffle']);

const known = new WeakMap<JsonataNode, DataUsed>();

export function dataUsed(root: JsonataNode): DataUsed {
  let used = known.get(root);
  if (!used) known.set(root, (used = collect(root)));
  return used;
}

function collect(root: JsonataNode): DataUsed {
  const states: (readonly string[])[] = [];
  const variables = new Set<string>();
  let isPlain = true;
  const visit = (node: JsonataNode, outer: Set<string>): void => {
    const bound = opensScope(node) ? new Set([...outer, ...namesBound(node)]) : outer;
    if (node.type === 'variable') {
      if (node.value === 'states') isPlain = false;
      else if (isFree(node.value, bound)) variables.add(node.value);
    }
    if (node.type === 'function' && node.procedure.type === 'variable') {
      if (notTheSameTwice.has(node.procedure.value)) isPlain = false;
    }
    const names = statesPath(node);
    if (names) states.push(names);
    for (const child of childrenOf(node)) {
      const isStart = names && child === stepsOf(node)[0];
      const isNameBound = node.type === 'bind' && child === node.lhs;
      if (!isStart && !isNameBound) visit(child, bound);
    }
    if (node.type === 'bind') outer.add(node.lhs.value);
  };
  visit(root, new Set());
  return { states, variables, isPlain };
}

const isFree = (name: string, bound: ReadonlySet<string>): boolean => name !== '' && name !== '$' && !bound.has(name);

const opensScope = ({ type }: JsonataNode): boolean => type === 'lambda' || type === 'block' || type === 'path';

/** The parameters of a function, and what `@$name` and `#$name` bind in a path. */
function namesBound(node: JsonataNode): readonly string[] {
  if (node.type === 'lambda') return node.arguments.map(({ value }) => value);
  return stepsOf(node).flatMap(({ focus, index, stages = [] }) => [
    ...(focus === undefined ? [] : [focus]),
    ...(index === undefined ? [] : [index]),
    ...stages.flatMap((stage) => (stage.type === 'index' ? [stage.value] : [])),
  ]);
}

const stepsOf = (node: JsonataNode): readonly JsonataNode[] => (node.type === 'path' ? node.steps : []);

/** `$states.input.a.b`: the names as far as each leads to one place. */
function statesPath(node: JsonataNode): readonly string[] | undefined {
  const [first, ...rest] = stepsOf(node);
  if (first?.type !== 'variable' || first.value !== 'states' || rest[0]?.type !== 'name') return undefined;
  const names: string[] = [];
  for (const step of rest) {
    if (step.type !== 'name') break;
    names.push(step.value);
    if ((step.stages ?? []).length > 0) break;
  }
  return names;
}

/** The nodes right inside a node, those of its filters and its grouping included. */
export function childrenOf(node: JsonataNode): readonly JsonataNode[] {
  const found: JsonataNode[] = [];
  const add = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(add);
    else if (isNode(value)) found.push(value);
    else if (isHolder(value)) add(value.expr ?? value.expression ?? value.lhs);
  };
  for (const [name, value] of Object.entries(node)) if (name !== 'ancestor' && name !== 'slot') add(value);
  return found;
}

const isNode = (value: unknown): value is JsonataNode =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string' &&
  !('expr' in value);

/** A stage, a term of a sort, or a grouping. */
const isHolder = (value: unknown): value is { expr?: unknown; expression?: unknown; lhs?: unknown } =>
  typeof value === 'object' && value !== null && !(value instanceof RegExp);
