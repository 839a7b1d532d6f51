import type { JsonataNode } from './ast';
import { functionValue } from './function-value';

export interface LiteralKind {
  readonly kind: string;
  /** A value that stands for all that the node may give. */
  readonly value: unknown;
  /** Whether the path may lead to many values of that kind. */
  readonly isMany?: true;
  /** What all elements of an array are. */
  readonly items?: string;
  /** The path that reads it, where it comes from the data. */
  readonly path?: string;
}

/** What is known of the value of a node. */
export type KindOf = (node: JsonataNode) => LiteralKind | undefined;

/** The article of the word for a kind: an object. */
export const articleOf = (word: string): string => (/^[aeo]/.test(word) ? 'an' : 'a');

/** The calls of an expression that mean functions of JSONata, by where their names end. */
export type NamedCalls = ReadonlyMap<number, { readonly name: string }>;

/** The function of JSONata that a node calls. */
export const namedCall = (node: JsonataNode, calls: NamedCalls): string | undefined =>
  node.type === 'function' && node.procedure.type === 'variable'
    ? calls.get(node.procedure.position ?? -1)?.name
    : undefined;

export const someFunction = functionValue({ kind: 'native', implementation: () => undefined });

export const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);
export const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** Functions that give a value of one type, or nothing where their argument is nothing. */
const results = new Map<string, LiteralKind>([
  ...'string uppercase lowercase trim substring substringBefore substringAfter join replace pad uuid hash now fromMillis formatNumber base64encode base64decode'
    .split(' ')
    .map((name): [string, LiteralKind] => [name, { kind: 'string', value: '' }]),
  ...'count length sum average abs floor ceil round power sqrt number millis toMillis random'
    .split(' ')
    .map((name): [string, LiteralKind] => [name, { kind: 'number', value: 0 }]),
  ...'boolean not exists contains'
    .split(' ')
    .map((name): [string, LiteralKind] => [name, { kind: 'boolean', value: true }]),
  ['split', { kind: 'array', value: [''] }],
]);

/** What a node gives whatever the data is, unless it gives nothing; undefined where that is not known. */
export function literalOf(node: JsonataNode, calls: NamedCalls): LiteralKind | undefined {
  if (node.predicate || node.stages || node.group || node.focus !== undefined || node.index !== undefined)
    return undefined;
  switch (node.type) {
    case 'string':
    case 'number':
      return { kind: node.type, value: node.value };
    case 'value':
      return { kind: node.value === null ? 'null' : typeof node.value, value: node.value };
    case 'lambda':
      return node.thunk ? undefined : { kind: 'function', value: someFunction };
    case 'regex':
      return { kind: 'function', value: someFunction };
    case 'function': {
      const name = namedCall(node, calls);
      return name === undefined ? undefined : results.get(name);
    }
    case 'block':
      return node.expressions.length === 1 ? literalOf(node.expressions[0]!, calls) : undefined;
    case 'binary':
      if (arithmetic.has(node.value)) return { kind: 'number', value: 0 };
      if (orders.has(node.value) || node.value === '=' || node.value === '!=') return { kind: 'boolean', value: true };
      return node.value === '&' ? { kind: 'string', value: '' } : undefined;
    case 'unary':
      if (node.value === '{') return { kind: 'object', value: {} };
      return node.value === '[' ? { kind: 'array', value: itemsOf(node.expressions, calls) } : undefined;
    default:
      return undefined;
  }
}

/** Items that are known; without all of them an empty array, which is one of any type. */
function itemsOf(expressions: readonly JsonataNode[], calls: NamedCalls): readonly unknown[] {
  const items = expressions.map((node) => literalOf(node, calls));
  return items.every((item) => item !== undefined) ? items.map((item) => item.value) : [];
}
