import { Catcher, graphOf, isRecoverable, type Scope, type State } from '@stepproof/asl';

/**
 * Whether some way from StartAt leads to a reader of the member before anything has been put in its place. A result that
 * replaces everything is in the place of every member.
 */
export function isReadFirst(scope: Scope, member: string, readers: ReadonlySet<State>): boolean {
  const graph = graphOf(scope);
  const seen = new Set<State>(graph.start ? [graph.start] : []);
  for (const state of seen) {
    if (readers.has(state)) return true;
    for (const { to, node } of graph.transitionsFrom(state)) {
      const isMade = node instanceof Catcher ? replaces(node, member) : replaces(state, member);
      if (to && !isMade) seen.add(to);
    }
  }
  return false;
}

/** Whether the state, or the way out by a Catcher, puts something in the place of the member. */
function replaces(node: State | Catcher, member: string): boolean {
  const hasResult = isRecoverable(node) || node instanceof Catcher;
  if (node.queryLanguage === 'JSONata') {
    const output = node.field('Output')?.value;
    return output ? output.kind === 'object' || output.kind === 'array' : hasResult;
  }
  const path = node.field('ResultPath');
  if (!path) return hasResult || ('Result' in node && node.Result !== undefined) || node.has('Parameters');
  const [expression] = path.expressions;
  const parsed = expression?.parsed;
  const segments = parsed?.language === 'reference-path' ? parsed.result.value?.segments : undefined;
  const [first] = segments ?? [];
  return segments?.length === 0 || (first?.kind === 'name' && first.name === member);
}
