import type { Located, LocatedEntry, LocatedString, Range } from '../../text/located';
import type { JsonataNode } from './ast';
import type { Jsonata } from './parse';

/**
 * What an expression makes, as far as it is written out: objects and arrays with their members, `$merge` of such objects,
 * the last of a block, and literals. Of what is only known when it runs plain paths and calls without arguments stay expressions; the
 * rest is a placeholder. Undefined where the whole is not
 * an object or array whose names are all literal.
 * @param rangeOf maps a stretch of the text of the expression to the file
 */
export function writtenOut(
  { ast, isComplete, hasPlaceholders, text }: Jsonata,
  rangeOf: (span: { readonly start: number; readonly end: number }) => Range,
): Located | undefined {
  if (!ast || !isComplete || hasPlaceholders) return undefined;
  const whole = rangeOf({ start: 0, end: text.length });
  const unknown: Located = { kind: 'placeholder', text: '', range: whole };

  const valueOf = (node: JsonataNode, place: Range): Located => {
    if (node.predicate ?? node.stages ?? node.group ?? node.focus ?? node.index ?? node.keepArray) return unknown;
    switch (node.type) {
      case 'string':
        return textOf(node.value, node.position) ?? unknown;
      case 'number':
        return { kind: 'number', value: node.value as number, raw: String(node.value), range: place };
      case 'value':
        if (node.value === null) return { kind: 'null', value: null, range: place };
        return typeof node.value === 'boolean' ? { kind: 'boolean', value: node.value, range: place } : unknown;
      case 'block':
        return node.expressions.length ? valueOf(node.expressions.at(-1)!, place) : unknown;
      case 'unary':
        if (node.value === '{') return objectOf(node.lhs, place) ?? unknown;
        if (node.value !== '[') return unknown;
        return { kind: 'array', items: node.expressions.map((item) => valueOf(item, place)), range: place };
      case 'function':
        return mergedOf(node, place) ?? unknown;
      default:
        return unknown;
    }
  };

  const objectOf = (pairs: readonly (readonly [JsonataNode, JsonataNode])[], range: Range): Located | undefined => {
    const entries: LocatedEntry[] = [];
    for (const [name, value] of pairs) {
      const key = name.type === 'string' ? textOf(name.value, name.position) : undefined;
      if (!key) return undefined;
      const made = valueOf(value, key.range);
      entries.push({ key, value: made === unknown ? (partOf(name.position!, key.range) ?? unknown) : made });
    }
    return { kind: 'object', entries, range };
  };

  const mergedOf = (
    { procedure, arguments: given }: Extract<JsonataNode, { type: 'function' | 'partial' }>,
    range: Range,
  ): Located | undefined => {
    const [list] = given;
    if (procedure.type !== 'variable' || procedure.value !== 'merge' || given.length !== 1) return undefined;
    if (list?.type !== 'unary' || list.value !== '[') return undefined;
    const entries = new Map<string, LocatedEntry>();
    for (const part of list.expressions) {
      const value = valueOf(part, range);
      if (value.kind !== 'object') return undefined;
      for (const entry of value.entries) entries.set(entry.key.value, entry);
    }
    return { kind: 'object', entries: [...entries.values()], range };
  };

  /** What an expression gives under a name, as an expression of its own, where that ends for sure and nothing is bound. */
  const partOf = (from: number, range: Range): LocatedString | undefined => {
    if (text.includes(':=')) return undefined;
    const part = /^\s*:\s*([$\w.]+(?:\(\))?)\s*[,}]/.exec(text.slice(from))?.[1];
    return part?.startsWith('$') ? { kind: 'string', value: `{% ${part} %}`, range, at: () => range[0] } : undefined;
  };

  /** A text without escapes, so that each of its characters has a place. */
  const textOf = (value: unknown, end: number | undefined): LocatedString | undefined => {
    if (typeof value !== 'string' || end === undefined) return undefined;
    const start = end - value.length - 2;
    if (start < 0 || text.slice(start + 1, end - 1) !== value || !/["']/.test(text[start]!)) return undefined;
    const at = (index: number): number => rangeOf({ start: start + 1 + index, end })[0];
    return { kind: 'string', value, range: rangeOf({ start, end }), at };
  };

  const made = valueOf(ast, whole);
  return made.kind === 'object' || made.kind === 'array' ? made : undefined;
}
