import { parse, type ParserPlugin } from '@babel/parser';
import type { File, Node } from '@babel/types';
import type { TextProblem } from '../../text/located';

export interface ParsedScript {
  /** Undefined for a text that cannot be read. */
  readonly file: File | undefined;
  /** Undefined also for a text that nests deeper than the parser's stack reaches: that has no place. */
  readonly problem: TextProblem | undefined;
}

/**
 * Reads TypeScript or JavaScript, with JSX where the name allows it.
 * @param recovers whether mistakes that leave the tree whole are for a compiler to tell, such as a name declared twice.
 * Takes long for a text that is nothing but mistakes.
 */
export function parseScript(text: string, filename: string, recovers: boolean): ParsedScript {
  try {
    const file = parse(text, {
      sourceType: 'module',
      errorRecovery: recovers,
      attachComment: false,
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      allowNewTargetOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      plugins: pluginsFor(filename),
    });
    return { file, problem: undefined };
  } catch (error) {
    return { file: undefined, problem: problemOf(error, text) };
  }
}

function pluginsFor(filename: string): ParserPlugin[] {
  const shared: ParserPlugin[] = ['decorators-legacy', 'explicitResourceManagement'];
  // `<T>x` is a type assertion in a file that cannot hold JSX.
  if (/\.[cm]?ts$/i.test(filename)) return ['typescript', ...shared];
  return /\.tsx$/i.test(filename) ? ['typescript', 'jsx', ...shared] : ['flow', 'jsx', ...shared];
}

function problemOf(error: unknown, text: string): TextProblem | undefined {
  const { message, pos } = error as { readonly message: string; readonly pos?: unknown };
  if (typeof pos !== 'number') return undefined;
  const at = Math.min(pos, text.length);
  const what = message.replace(/ \(\d+:\d+\)$/, '').replace(/\.$/, '');
  return { message: `The source cannot be read: ${what}; correct its syntax`, range: [at, at] };
}

/** The nodes right inside a node, in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (notChildren.has(key) || typeof value !== 'object' || value === null) continue;
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) children.push(child);
  }
  return children.sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
}

const notChildren = new Set(['loc', 'extra', 'errors', 'comments', 'tokens']);

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Where the node stands; the parser gives both to every node that it makes. */
export const rangeOf = ({ start, end }: Node): readonly [number, number] => [start ?? 0, end ?? 0];

/** What is inside `as const`, `satisfies T`, `<T>x` and `x!`, which say nothing about the value. */
export function withoutTypes(node: Node): Node {
  let inner = node;
  while (typed.has(inner.type)) inner = (inner as Extract<Node, { expression: Node }>).expression;
  return inner;
}

const typed = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSNonNullExpression',
  'TypeCastExpression',
  'ParenthesizedExpression',
]);

/** The name of what is called: `fromString` of `DefinitionBody.fromString(...)`. */
export function calleeNameOf(node: Node): string | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression' && node.type !== 'OptionalCallExpression') {
    return undefined;
  }
  const callee = withoutTypes(node.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? memberNameOf(callee) : undefined;
}

/** `b` of `a.b` and `a['b']`. */
export function memberNameOf(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression') return undefined;
  const { property, computed } = node;
  if (property.type === 'Identifier' && !computed) return property.name;
  return property.type === 'StringLiteral' ? property.value : undefined;
}

/** The name of a member of an object literal; undefined for one that is computed. */
export function keyOf(node: Node): string | undefined {
  if (node.type !== 'ObjectProperty' && node.type !== 'ObjectMethod') return undefined;
  const { key, computed } = node;
  if (key.type === 'StringLiteral') return key.value;
  if (computed) return undefined;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'NumericLiteral' ? String(key.value) : undefined;
}
