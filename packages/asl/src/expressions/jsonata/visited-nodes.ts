import type { JsonataNode } from './ast';

/** A node of a tree, and what it is evaluated with. */
export interface Visited {
  readonly node: JsonataNode;
  /** The left side of `~>`, the first argument of the call on its right. */
  readonly applied: readonly JsonataNode[];
  /** Whether it is evaluated for each value of a path, which `$` then stands for; elsewhere there is none. */
  readonly hasContext: boolean;
  /** Whether it is in the body of a function. */
  readonly isInFunction: boolean;
}

interface Pending {
  readonly value: object;
  readonly hasContext: boolean;
  readonly isInFunction: boolean;
}

/** The parts of nodes that are evaluated for each value of what is before them. */
const perValue: ReadonlySet<string> = new Set(['predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete']);

const ofTrees = new WeakMap<JsonataNode, readonly Visited[]>();

/** All nodes of a tree, which is looked through once. */
export function nodesOf(root: JsonataNode): readonly Visited[] {
  let nodes = ofTrees.get(root);
  if (!nodes) ofTrees.set(root, (nodes = findNodes(root)));
  return nodes;
}

/** Does not recurse, and takes nodes that hang on two places once. */
function findNodes(root: JsonataNode): readonly Visited[] {
  const found: Visited[] = [];
  const seen = new Set<object>();
  const pending: Pending[] = [];
  const applied = new Map<unknown, readonly JsonataNode[]>();
  const add = (value: unknown, hasContext: boolean, isInFunction: boolean): void => {
    if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) return;
    seen.add(value);
    pending.push({ value, hasContext, isInFunction });
  };
  add(root, false, false);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, hasContext } = next;
    let { isInFunction } = next;
    if (Array.isArray(value)) {
      for (const part of value) add(part, hasContext, isInFunction);
      continue;
    }
    if ('type' in value) {
      const node = value as JsonataNode;
      if (node.type === 'apply') applied.set(node.rhs, [node.lhs]);
      found.push({ node, applied: applied.get(node) ?? none, hasContext, isInFunction });
      isInFunction ||= node.type === 'lambda';
      if (node.type === 'path') {
        node.steps.forEach((step, index) => {
          add(step, hasContext || index > 0, isInFunction);
        });
      }
    }
    for (const name of Object.keys(value)) {
      if (name !== 'steps') {
        add((value as Record<string, unknown>)[name], hasContext || perValue.has(name), isInFunction);
      }
    }
  }
  return found;
}

const none: readonly JsonataNode[] = [];
