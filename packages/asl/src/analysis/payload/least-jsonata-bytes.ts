import type { Jsonata, JsonataNode } from '../../expressions';

type Unary<Value extends string> = Extract<JsonataNode, { type: 'unary'; value: Value }>;

/**
 * The bytes of JSON text that the value of an expression surely has: of literals, of what they are joined, repeated and put
 * into. What is only known when it runs may be as short as nothing, or be left out.
 */
export function leastJsonataBytes({ ast, isComplete, hasPlaceholders }: Jsonata): number {
  return ast && isComplete && !hasPlaceholders ? bytesOf(ast, new Map()) : 0;
}

/** The least bytes of the variables that blocks bind. */
type Bound = ReadonlyMap<string, number>;

function bytesOf(node: JsonataNode, bound: Bound): number {
  if (node.predicate ?? node.stages ?? node.group ?? node.focus ?? node.index) return 0;
  switch (node.type) {
    case 'string':
    case 'number':
    case 'value':
      return textBytes(node.value);
    case 'variable':
      return bound.get(node.value) ?? 0;
    case 'bind':
      return bytesOf(node.rhs, bound);
    case 'block':
      return bytesOfBlock(node.expressions, bound);
    case 'condition':
      return node.else ? Math.min(bytesOf(node.then, bound), bytesOf(node.else, bound)) : 0;
    case 'binary':
      return node.value === '&' ? quotes + [node.lhs, node.rhs].reduce((sum, side) => sum + inText(side, bound), 0) : 0;
    case 'unary':
      if (node.value === '[') return bytesOfArray(node, bound);
      return node.value === '{' ? bytesOfObject(node, bound) : 0;
    case 'path':
      return bytesOfEach(node.steps, bound);
    case 'function':
      return bytesOfCall(node, bound);
    default:
      return 0;
  }
}

const quotes = '""'.length;

const textBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value ?? null));

/** As a part of a text; of what is no text the quotes may not count. */
const inText = (node: JsonataNode, bound: Bound): number => Math.max(0, bytesOf(node, bound) - quotes);

function bytesOfBlock(expressions: readonly JsonataNode[], outside: Bound): number {
  const bound = new Map(outside);
  let last = 0;
  for (const node of expressions) {
    last = bytesOf(node, bound);
    if (node.type === 'bind') bound.set(node.lhs.value, last);
  }
  return last;
}

function bytesOfArray({ expressions }: Unary<'['>, bound: Bound): number {
  return expressions.reduce((sum, item) => {
    const range = rangeOf(item);
    // What is an array itself is put in item by item, unless it is written there.
    const bytes = range ? bytesOfRange(range) : standsAsIs.has(item.type) ? bytesOf(item, bound) : inText(item, bound);
    return bytes ? sum + bytes + ','.length : sum;
  }, '['.length);
}

const standsAsIs: ReadonlySet<string> = new Set(['string', 'number', 'value', 'unary']);

/** A member whose name or value is nothing is left out. */
function bytesOfObject({ lhs }: Unary<'{'>, bound: Bound): number {
  return lhs.reduce((sum, [key, value]) => {
    const bytes = bytesOf(value, bound);
    return key.type === 'string' && bytes ? sum + textBytes(key.value) + ':'.length + bytes + ','.length : sum;
  }, '{'.length);
}

interface NumberRange {
  readonly first: number;
  readonly last: number;
}

/** `1..500` */
function rangeOf(node: JsonataNode): NumberRange | undefined {
  if (node.type !== 'binary' || node.value !== '..') return undefined;
  const [first, last] = [node.lhs, node.rhs].map((side) => (side.type === 'number' ? Number(side.value) : NaN));
  return first! <= last! ? { first: first!, last: last! } : undefined;
}

/** Each number has as many digits as the least of its size at least: counted by powers of ten. */
function bytesOfRange({ first, last }: NumberRange): number {
  let bytes = last - first;
  for (let least = 0, digits = 1; least <= last; least = 10 ** digits, digits++) {
    const count = Math.min(last, 10 ** digits - 1) - Math.max(first, least) + 1;
    if (count > 0) bytes += count * digits;
  }
  return bytes;
}

/** `[1..500].{ ... }`: an object for each number. */
function bytesOfEach(steps: readonly JsonataNode[], bound: Bound): number {
  const [items, made, ...others] = steps;
  if (!items || made?.type !== 'unary' || made.value !== '{' || others.length) return 0;
  return repeated(bytesOf(made, bound), countOf(items));
}

/** One alone stands for itself, and of nothing there is no list. */
const repeated = (bytes: number, count: number): number =>
  count < 2 || !bytes ? count * bytes : count * (bytes + ','.length) + '['.length;

/** How many items an array has that is made of ranges and literals. */
function countOf(node: JsonataNode): number {
  if (node.predicate || node.stages || node.type !== 'unary' || node.value !== '[') return 0;
  return node.expressions.reduce((sum, item) => {
    const range = rangeOf(item);
    return sum + (range ? range.last - range.first + 1 : 0);
  }, 0);
}

function bytesOfCall(
  { procedure, arguments: given }: Extract<JsonataNode, { type: 'function' | 'partial' }>,
  bound: Bound,
): number {
  const [first, second] = given;
  if (procedure.type !== 'variable' || bound.has(procedure.value) || !first) return 0;
  switch (procedure.value) {
    case 'pad':
      // Nothing is not filled up.
      return second && bytesOf(first, bound) ? quotes + widthOf(second) : 0;
    case 'append':
      return second ? Math.max(0, bytesOf(first, bound) + bytesOf(second, bound) - quotes) : 0;
    case 'map':
      return second?.type === 'lambda' ? repeated(bytesOf(second.body, new Map()), countOf(first)) : 0;
    case 'merge': {
      // What stands before may be replaced by what comes behind.
      const last = first.type === 'unary' && first.value === '[' ? first.expressions.at(-1) : undefined;
      return last ? bytesOf(last, bound) : 0;
    }
    default:
      return 0;
  }
}

/** A negative width fills up on the left. */
function widthOf(node: JsonataNode): number {
  if (node.type === 'unary' && node.value === '-') return widthOf(node.expression);
  return node.type === 'number' ? Math.abs(Number(node.value)) : 0;
}
