import type { JsonataNode, JsonataStage } from './ast';
import { uncommon } from './common-tokens';

/** What nodes become as they are put together, as the `jsonata` package does it behind its own parser. */
type Draft<T> = T extends unknown ? { -readonly [Key in keyof T]: T[Key] } : never;
export type DraftNode = Draft<JsonataNode>;
type Path = Extract<DraftNode, { type: 'path' }> & { steps: DraftNode[] };

export const nameOf = (value: string, position: number): Path => ({
  type: 'path',
  steps: [{ value, type: 'name', position }],
});

export function negated(expression: DraftNode, position: number): DraftNode {
  if (expression.type !== 'number') return { type: 'unary', value: '-', position, expression };
  expression.value = -(expression.value as number);
  return expression;
}

export function blockOf(expressions: readonly DraftNode[], position: number): DraftNode {
  const isConstructing = expressions.some((part) => startsWithArray(part));
  return { type: 'block', position, expressions, ...(isConstructing && { consarray: true }) };
}

const startsWithArray = (part: DraftNode): boolean =>
  isMarked(part) || (part.type === 'path' && isMarked(part.steps[0] as DraftNode));

const isMarked = (node: DraftNode): boolean => 'consarray' in node && node.consarray === true;

/** `left.right`: one path of all steps of both. */
export function joined(left: DraftNode, right: DraftNode): DraftNode {
  const path = left.type === 'path' ? (left as Path) : ({ type: 'path', steps: [left] } as Path);
  if (right.type === 'path') path.steps.push(...(right as Path).steps);
  else path.steps.push(asStep(right));
  for (const step of path.steps) {
    if (step.type === 'number' || step.type === 'value') throw uncommon;
    if (step.type === 'string') Object.assign(step, { type: 'name' });
  }
  for (const end of [path.steps[0]!, path.steps.at(-1)!]) {
    if (end.type === 'unary' && end.value === '[') Object.assign(end, { consarray: true });
  }
  return path;
}

/** What filters a step stands in another member than what filters a value. */
function asStep(node: DraftNode): DraftNode {
  const { predicate, ...step } = node;
  return predicate ? { ...step, stages: predicate } : node;
}

/** A step of a path keeps its filters apart from those of a value. */
export function withFilter(node: DraftNode, filter: JsonataStage): DraftNode {
  if (node.type === 'path') {
    const step = node.steps.at(-1) as DraftNode;
    step.stages = [...(step.stages ?? []), filter];
  } else node.predicate = [...(node.predicate ?? []), filter];
  return node;
}
