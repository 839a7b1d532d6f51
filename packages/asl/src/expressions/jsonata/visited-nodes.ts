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
  readonly value: unknown;
  readonly hasContext: boolean;
  readonly isInFunction: boolean;
}

/** The parts of nodes that are evaluated for each value of what is before them. */
const perValue: ReadonlySet<string> = new Set(['predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete']);

/** All nodes of a tree. Does not recurse, and takes nodes that hang on two places once. */
export function nodesOf(root: JsonataNode): readonly Visited[] {
  const found: Visited[] = [];
  const seen = new Set<unknown>();
  const pending: Pending[] = [{ value: root, hasContext: false, isInFunction: false }];
  const applied = new Map<unknown, readonly JsonataNode[]>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, hasContext } = next;
    let { isInFunction } = next;
    if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) continue;
    seen.add(value);
    if ('type' in value) {
      const node = value as JsonataNode;
      if (node.type === 'apply') applied.set(node.rhs, [node.lhs]);
      found.push({ node, applied: applied.get(node) ?? [], hasContext, isInFunction });
      isInFunction ||= node.type === 'lambda';
      if (node.type === 'path') {
        for (const [index, step] of node.steps.entries()) {
          pending.push({ value: step, hasContext: hasContext || index > 0, isInFunction });
        }
      }
    }
    for (const [name, part] of Object.entries(value)) {
      if (typeof part !== 'object' || name === 'steps') continue;
      pending.push({ value: part, hasContext: hasContext || perValue.has(name), isInFunction });
    }
  }
  return found;
}
