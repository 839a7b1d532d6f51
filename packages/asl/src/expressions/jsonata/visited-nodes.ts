import type { JsonataNode } from './ast';

/** A node, and what surrounds it. */
export interface Visited {
  readonly node: JsonataNode;
  /** The left side of `~>`, the first argument of the call on its right. */
  readonly applied: readonly JsonataNode[];
  /** Whether it is evaluated for each value of a path, which `$` then stands for; elsewhere there is none. */
  readonly hasContext: boolean;
}

/** The parts of nodes that are evaluated for each value of what is before them. */
const perValue: ReadonlySet<string> = new Set(['predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete']);

/** All nodes of a tree. Does not recurse, and takes nodes that hang on two places once. */
export function nodesOf(root: JsonataNode): readonly Visited[] {
  const found: Visited[] = [];
  const seen = new Set<unknown>();
  const pending: { readonly value: unknown; readonly hasContext: boolean }[] = [{ value: root, hasContext: false }];
  const applied = new Map<unknown, readonly JsonataNode[]>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, hasContext } = next;
    if (typeof value !== 'object' || value === null || value instanceof RegExp || seen.has(value)) continue;
    seen.add(value);
    if ('type' in value) {
      const node = value as JsonataNode;
      if (node.type === 'apply') applied.set(node.rhs, [node.lhs]);
      found.push({ node, applied: applied.get(node) ?? [], hasContext });
      if (node.type === 'path') {
        node.steps.forEach((step, index) => pending.push({ value: step, hasContext: hasContext || index > 0 }));
      }
    }
    for (const [name, part] of Object.entries(value)) {
      if (typeof part !== 'object' || name === 'steps') continue;
      pending.push({ value: part, hasContext: hasContext || perValue.has(name) });
    }
  }
  return found;
}
