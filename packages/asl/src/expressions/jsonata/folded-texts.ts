import type { Span } from '../span';
import type { JsonataNode } from './ast';
import { calledVariable } from './called-variable';
import type { Jsonata } from './parse';
import { nodesOf, type Visited } from './visited-nodes';

/** A text that is compared with one of another case: `$lowercase($states.input.kind) = 'Gold'`. */
export interface FoldedText extends Span {
  readonly word: string;
  /** The function that leaves nothing of that case. */
  readonly by: 'lowercase' | 'uppercase';
  /** The same as that function gives it. */
  readonly meant: string;
}

const folds = {
  lowercase: (text: string) => text.toLowerCase(),
  uppercase: (text: string) => text.toUpperCase(),
} as const;

/** The texts that `=`, `in` and `$contains` look for, never to find them, in what has been made lower or upper case. */
export function foldedTexts({ ast, isComplete, references, text }: Jsonata): readonly FoldedText[] {
  if (!ast || !isComplete || !references.calls.some(({ name }) => Object.hasOwn(folds, name))) return [];
  const own = new Set(references.calls.map(({ end }) => end));
  return nodesOf(ast)
    .flatMap((visited) => {
      const [folded, others] = comparedIn(visited);
      const by = folded && foldOf(folded, own);
      return by ? others.filter(isText).flatMap((other) => faultOf(other, by, text)) : [];
    })
    .sort((a, b) => a.start - b.start);
}

type Text = JsonataNode & { readonly type: 'string'; readonly value: string };

const isText = (node: JsonataNode): node is Text => node.type === 'string' && typeof node.value === 'string';

/** What may be folded, and what it is compared with. */
function comparedIn({ node, applied }: Visited): readonly [JsonataNode | undefined, readonly JsonataNode[]] {
  if (node.type === 'binary' && node.value === '=')
    return isText(node.lhs) ? [node.rhs, [node.lhs]] : [node.lhs, [node.rhs]];
  if (node.type === 'binary' && node.value === 'in') {
    const { lhs, rhs } = node;
    return [lhs, rhs.type === 'unary' && rhs.value === '[' ? rhs.expressions : []];
  }
  const [list, ...others] =
    calledVariable(node) === 'contains' && 'arguments' in node ? [...applied, ...node.arguments] : [];
  return [list, others];
}

function foldOf(node: JsonataNode, own: ReadonlySet<number>): FoldedText['by'] | undefined {
  const call = node.type === 'apply' ? node.rhs : node;
  const name = calledVariable(call);
  if ((name !== 'lowercase' && name !== 'uppercase') || call.predicate || call.type !== 'function') return undefined;
  // A function of the expression may have the name.
  return own.has(call.procedure.position ?? -1) ? name : undefined;
}

function faultOf({ value, position }: Text, by: FoldedText['by'], text: string): readonly FoldedText[] {
  const meant = folds[by](value);
  if (meant === value) return [];
  const end = position ?? text.length;
  return [{ word: value, by, meant, start: Math.max(0, end - value.length - 2), end }];
}
