import type { JsonataNode } from '../../expressions';

/** A path of a JSONata expression that consists of names only. */
interface PlainPath {
  /** The name of the variable. */
  readonly root: string;
  readonly names: readonly string[];
  /** Where the last name ends in the text. */
  readonly end: number | undefined;
}

/** `$name` or `$name.a.b`, without predicates. */
export function plainPathOf(node: JsonataNode): PlainPath | undefined {
  if (node.type === 'variable') return node.value ? { root: node.value, names: [], end: node.position } : undefined;
  if (node.type !== 'path') return undefined;
  const [first, ...rest] = node.steps;
  if (first?.type !== 'variable' || !first.value || node.keepSingletonArray) return undefined;
  const names: string[] = [];
  for (const step of [first, ...rest])
    if (step.predicate ?? step.stages ?? step.group ?? step.focus ?? step.index) return undefined;
  for (const step of rest) {
    if (step.type !== 'name') return undefined;
    names.push(step.value);
  }
  return { root: first.value, names, end: rest.at(-1)?.position };
}
