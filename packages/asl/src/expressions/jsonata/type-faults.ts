import type { ExpressionProblem } from '../result';
import type { JsonataNode, JsonataSignature } from './ast';
import { builtins } from './builtins';
import { behaviourOf, functionValue, isFunction } from './function-value';
import { isFailure } from './failure';
import type { Jsonata } from './parse';
import { givenWords, signatureWords } from './signature-words';

/**
 * Calls whose arguments, and arithmetic whose operands, are wrong whatever the data: too many, too few, or a literal of
 * another type. Evaluating them fails with T0410, T0412, T2001 or T2002.
 */
export function typeFaults(jsonata: Jsonata): readonly ExpressionProblem[] {
  const { ast, isComplete, references, text } = jsonata;
  if (!ast || !isComplete) return [];
  const calls = new Map(references.calls.map((call) => [call.end, call]));
  const found: ExpressionProblem[] = [];
  for (const { node, applied } of nodesOf(ast)) {
    if (node.type === 'function' && node.procedure.type === 'variable') {
      const call = calls.get(node.procedure.position ?? -1);
      const message = call && callFault(call.name, [...applied, ...node.arguments]);
      if (message !== undefined) found.push({ message, start: call!.start, end: call!.end });
    } else if (node.type === 'binary' && arithmetic.has(node.value)) {
      const message = operandFault(node.value, [node.lhs, node.rhs]);
      const end = node.position ?? text.length;
      if (message !== undefined) found.push({ message, start: end - node.value.length, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Visited {
  readonly node: JsonataNode;
  /** The left side of `~>`, the first argument of the call on its right. */
  readonly applied: readonly JsonataNode[];
}

/** All nodes of a tree. Does not recurse, and takes nodes that hang on two places once. */
function nodesOf(root: JsonataNode): readonly Visited[] {
  const found: Visited[] = [];
  const seen = new Set<unknown>();
  const pending: unknown[] = [root];
  const applied = new Map<unknown, readonly JsonataNode[]>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null || next instanceof RegExp || seen.has(next)) continue;
    seen.add(next);
    if ('type' in next) {
      const node = next as JsonataNode;
      if (node.type === 'apply') applied.set(node.rhs, [node.lhs]);
      found.push({ node, applied: applied.get(node) ?? [] });
    }
    for (const part of Object.values(next)) if (part !== undefined) pending.push(part);
  }
  return found;
}

/** What `$` may be where a function is called: it stands in for an argument that is left out. */
const contexts: readonly unknown[] = [undefined, '', 0, false, null, [], {}];

function callFault(name: string, given: readonly JsonataNode[]): string | undefined {
  const signature = signatureFor(name);
  if (signature?.definition === undefined) return undefined;
  const isFitting = candidatesFor(given).some((values) => contexts.some((context) => fits(signature, values, context)));
  if (isFitting) return undefined;
  const kinds = given.map((node) => literalOf(node)?.kind);
  return `"$${name}" takes ${signatureWords(signature.definition)}, but is given ${givenWords(kinds)}, so it fails; correct the arguments`;
}

const someFunction = functionValue({ kind: 'native', implementation: () => undefined });

/** No function takes more; the bound keeps the number of candidates small. */
const mostUnknown = 4;

/** What the arguments may be. For what is not known there is nothing, which fits every type but that of functions. */
function candidatesFor(given: readonly JsonataNode[]): readonly (readonly unknown[])[] {
  const literals = given.map(literalOf);
  const triesFunctions = literals.filter((literal) => literal === undefined).length <= mostUnknown;
  return literals.reduce<readonly (readonly unknown[])[]>(
    (before, literal) => {
      const values = literal ? [literal.value] : triesFunctions ? [undefined, someFunction] : [undefined];
      return before.flatMap((known) => values.map((value) => [...known, value]));
    },
    [[]],
  );
}

function signatureFor(name: string): JsonataSignature | undefined {
  const value = builtins().lookup(name);
  const behaviour = isFunction(value) ? behaviourOf(value) : undefined;
  return behaviour?.kind === 'native' ? behaviour.signature : undefined;
}

function fits(signature: JsonataSignature, values: readonly unknown[], context: unknown): boolean {
  try {
    signature.validate(values, context);
    return true;
  } catch (failure) {
    if (isFailure(failure)) return false;
    throw failure;
  }
}

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);

function operandFault(operator: string, operands: readonly JsonataNode[]): string | undefined {
  const wrong = operands.map(literalOf).find((literal) => literal !== undefined && literal.kind !== 'number');
  if (!wrong) return undefined;
  const remedy =
    operator === '+' && wrong.kind === 'string' ? 'join texts with "&"' : 'use numbers, or convert with "$number"';
  return `"${operator}" calculates with numbers, but is given ${articleOf(wrong.kind)} ${wrong.kind}, so it fails; ${remedy}`;
}

const articleOf = (word: string): string => (/^[aeo]/.test(word) ? 'an' : 'a');

interface LiteralKind {
  readonly kind: string;
  /** A value that stands for all that the node may give. */
  readonly value: unknown;
}

/** What a node gives whatever the data is; undefined where that is not known. */
function literalOf(node: JsonataNode): LiteralKind | undefined {
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
    case 'binary':
      return node.value === '&' ? { kind: 'string', value: '' } : undefined;
    case 'unary':
      if (node.value === '{') return { kind: 'object', value: {} };
      return node.value === '[' ? { kind: 'array', value: itemsOf(node.expressions) } : undefined;
    default:
      return undefined;
  }
}

/** Items that are known; without all of them an empty array, which is one of any type. */
function itemsOf(expressions: readonly JsonataNode[]): readonly unknown[] {
  const items = expressions.map(literalOf);
  return items.every((item) => item !== undefined) ? items.map((item) => item.value) : [];
}
