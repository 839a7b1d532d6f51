import type { IndexSegment, JsonataNode, JsonataStage, NameSegment, Span } from '../../expressions';

/** A path of a JSONata expression that consists of names only. */
interface PlainPath {
  /** The name of the variable. */
  readonly root: string;
  readonly names: readonly string[];
}

/** The beginning of a path: from a variable on by names and indexes. */
export interface PathStart {
  /** The name of the variable. */
  readonly root: string;
  readonly segments: readonly (NameSegment | IndexSegment)[];
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it is all of the path: no filter, call or order follows. */
  readonly isWhole: boolean;
  /** How many steps of the path it takes; of the last one some stages may be left. */
  readonly steps: number;
}

/** `$name` or `$name.a.b`, without predicates. */
export function plainPathOf(node: JsonataNode): PlainPath | undefined {
  const path = pathStartOf(node, '');
  if (!path?.isWhole) return undefined;
  const names = path.segments.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));
  return names.length === path.segments.length ? { root: path.root, names } : undefined;
}

/** `$name.a[0].b`, and what of that stands before a filter, a call, an order: `$name.a` of `$name.a[x > 1].b`. */
export function pathStartOf(node: JsonataNode, text: string): PathStart | undefined {
  const steps = node.type === 'path' ? node.steps : [node];
  const [first] = steps;
  if (first?.type !== 'variable' || !first.value || hasMore(first)) return undefined;
  const end = first.position ?? text.length;
  return read(node, steps, text, { root: first.value, start: Math.max(0, end - first.value.length - 1), end });
}

/** The same of a path that begins with a name, as in a filter: its root is ''. */
export function relativeStartOf(node: JsonataNode, text: string): PathStart | undefined {
  if (node.type !== 'path') return undefined;
  const [first] = node.steps;
  if (first?.type !== 'name' || first.predicate) return undefined;
  const start = Math.max(0, (first.position ?? text.length) - first.value.length);
  return read(node, node.steps, text, { root: '', start, end: start });
}

function read(
  node: JsonataNode,
  steps: readonly JsonataNode[],
  text: string,
  { root, start, end: from }: Pick<PathStart, 'root' | 'start' | 'end'>,
): PathStart {
  let end = from;
  let taken = root ? 1 : 0;
  const segments: (NameSegment | IndexSegment)[] = [];
  const startOf = (isWhole: boolean): PathStart => ({ root, segments, start, end, isWhole, steps: taken });
  const readIndexes = (stages: readonly JsonataStage[]): boolean =>
    stages.every((stage) => {
      const index = stage.type === 'filter' && stage.expr.type === 'number' ? stage.expr : undefined;
      const isIndex = index && Number.isInteger(index.value) && (index.value as number) >= 0 && !index.predicate;
      if (!isIndex || text[index.position ?? -1] !== ']') return false;
      const opened = end;
      end = index.position! + 1;
      segments.push({ kind: 'index', index: index.value as number, start: opened, end });
      return true;
    });
  if (root && !readIndexes(steps[0]!.predicate ?? [])) return startOf(false);
  for (const step of steps.slice(taken)) {
    if (step.type !== 'name') return startOf(false);
    const opened = end;
    end = step.position ?? text.length;
    taken += 1;
    segments.push({ kind: 'name', name: step.value, start: opened, end });
    if (hasMore(step) || step.predicate) return startOf(false);
    if (!readIndexes(step.stages ?? [])) return startOf(false);
  }
  return startOf(!node.group && !(node.type === 'path' && node.keepSingletonArray));
}

const hasMore = ({ group, focus, index, keepArray, tuple }: JsonataNode): boolean =>
  group !== undefined || focus !== undefined || index !== undefined || keepArray === true || tuple === true;

/** `.a[0].b` */
export const writtenOut = (segments: PathStart['segments']): string =>
  segments.map((segment) => (segment.kind === 'name' ? `.${segment.name}` : `[${segment.index}]`)).join('');

/** The path as it stands in the text; where it is written with blanks or quotes, the last name alone. */
export function spanOfPath({ root, segments, start, end }: PathStart, text: string): Span {
  const written = root ? `$${root}${writtenOut(segments)}` : writtenOut(segments).slice(1);
  if (text.slice(start, end) === written) return { start, end };
  const last = segments.findLast((segment) => segment.kind === 'name');
  return { start: Math.max(0, (last?.end ?? end) - (last?.name.length ?? 0)), end: last?.end ?? end };
}
