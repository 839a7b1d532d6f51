import type { Jsonata, JsonataNode } from '../../expressions';
import type { Json } from '../../text/located';
import {
  array,
  boolean,
  never,
  number,
  object,
  scalar,
  string,
  sure,
  unknown,
  valuesOf,
  type DataShape,
  type Member,
} from './data-shape';
import { GrownMap } from './grown-map';
import { mergeShapes } from './intrinsic-shape';
import { join, joinAll } from './join';
import { partsOf } from './parts';
import { pathStartOf, spanOfPath, type PathStart } from './plain-path';
import { readSegments, type PathReading } from './read-path';
import type { DataRead } from './data-read';
import { shapeOfKind } from './shape-of-kind';

/** What `$states` holds in a field. */
export interface JsonataRoots {
  readonly input: DataShape;
  readonly result?: DataShape;
  readonly errorOutput?: DataShape;
  readonly context?: DataShape;
}

type Record = (read: Pick<DataRead, 'span' | 'path' | 'root' | 'reading' | 'mustFind'>) => void;

/** A shape, and whether the value is undefined instead. */
export type Evaluated = Pick<PathReading, 'shape' | 'missing'>;

/**
 * What becomes of a node that is undefined: so is the whole expression, which fails the state; or it is left out of what
 * is made; or it is asked whether it is there; or it is only looked at where something has been tested before.
 */
type Use = 'whole' | 'part' | 'test' | 'guarded';

const partOf = (use: Use): Use => (use === 'whole' ? 'part' : use);

/** To ask for what is not there is what tests are for, but for members that no result can have. */
const isTold = (use: Use, { missing, gap }: PathReading): boolean =>
  use === 'test' ? missing === 'sure' && gap?.isModelled === true : use !== 'guarded';

const anything: Evaluated = { shape: unknown, missing: 'possible' };
const of = (shape: DataShape): Evaluated => ({ shape, missing: 'no' });

/** What functions give back, whatever they are given, unless they give nothing. */
const results: ReadonlyMap<string, DataShape> = new Map([
  ...['string', 'uuid', 'now', 'lowercase', 'uppercase', 'join', 'trim', 'replace', 'hash', 'fromMillis'].map(
    (name) => [name, shapeOfKind('string')] as const,
  ),
  ...['count', 'number', 'sum', 'length', 'millis', 'toMillis', 'floor', 'ceil', 'round', 'abs', 'random'].map(
    (name) => [name, shapeOfKind('number')] as const,
  ),
  ...['exists', 'boolean', 'not', 'contains'].map((name) => [name, shapeOfKind('boolean')] as const),
]);

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);
const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** Functions that only ask whether something is there. */
const tests: ReadonlySet<string> = new Set(['exists', 'boolean', 'not', 'type', 'count', 'append']);

/**
 * What an expression gives. Of plain paths into `$states` and variables, literals, objects, arrays and a few operators and
 * functions something is known; of anything else nothing.
 */
export function shapeOfJsonata(
  { ast, isComplete, hasPlaceholders, text }: Jsonata,
  roots: JsonataRoots,
  variables: ReadonlyMap<string, DataShape>,
  record: Record,
): Evaluated {
  if (!ast || !isComplete || hasPlaceholders) return anything;
  /** The variables with those of the blocks around the node that is looked at. */
  let known = variables;
  const evaluate = (node: JsonataNode, use: Use): Evaluated => {
    if (node.predicate ?? node.stages ?? node.group ?? node.focus ?? node.index) return anything;
    switch (node.type) {
      case 'string':
      case 'number':
      case 'value':
        return of(literal(node.value));
      case 'variable':
      case 'path':
        return readPath(node, use);
      case 'block':
        return evaluateBlock(node, use);
      case 'condition': {
        const then = evaluate(node.then, 'guarded');
        const otherwise = node.else ? evaluate(node.else, 'guarded') : anything;
        return { shape: join(then.shape, otherwise.shape), missing: 'possible' };
      }
      case 'binary':
        return evaluateBinary(node, use);
      case 'unary':
        return evaluateUnary(node, use);
      case 'function':
        return evaluateCall(node, use);
      case 'apply':
        evaluate(node.lhs, partOf(use));
        return anything;
      default:
        return anything;
    }
  };

  const evaluateBlock = ({ expressions }: Extract<JsonataNode, { type: 'block' }>, use: Use): Evaluated => {
    const outside = known;
    let last = anything;
    for (const [index, node] of expressions.entries()) {
      if (node.type !== 'bind') {
        last = evaluate(node, index === expressions.length - 1 ? use : partOf(use));
        continue;
      }
      last = evaluate(node.rhs, partOf(use));
      known = GrownMap.of(known, [[node.lhs.value, last.missing === 'sure' ? unknown : last.shape]]);
    }
    known = outside;
    return last;
  };

  const evaluateBinary = (node: Extract<JsonataNode, { type: 'binary' }>, use: Use): Evaluated => {
    const { value } = node;
    if (value === 'and' || value === 'or') return evaluateBoth(node);
    if (value === 'in') return of(boolean);
    if (['=', '!='].includes(value)) {
      const [left, right] = [node.lhs, node.rhs].map((side) => evaluate(side, partOf(use)));
      return of(verdict(value, left!, right!));
    }
    const needsBoth = arithmetic.has(value) || orders.has(value);
    if (!needsBoth && value !== '&') return anything;
    const sides = [node.lhs, node.rhs].map((side) => evaluate(side, needsBoth ? use : partOf(use)));
    if (!needsBoth) return of(string);
    if (arithmetic.has(value) || sides.some(({ missing }) => missing !== 'no')) {
      const missing = sides.some((side) => side.missing === 'sure') ? 'sure' : 'possible';
      return { shape: arithmetic.has(value) ? number : boolean, missing };
    }
    return { shape: verdict(value, sides[0]!, sides[1]!), missing: 'possible' };
  };

  /** What stands behind a side that decides is not evaluated, and nothing is recorded of either: it may be guarded. */
  const evaluateBoth = ({ value, lhs, rhs }: Extract<JsonataNode, { type: 'binary' }>): Evaluated => {
    const deciding = value === 'or';
    const sides = [lhs, rhs].map((side) => evaluate(side, 'guarded').shape);
    const values = sides.map((shape) => (shape.kind === 'scalar' ? shape.value : undefined));
    if (values.includes(deciding)) return of(scalar('boolean', deciding));
    return of(values.every((one) => one === !deciding) ? scalar('boolean', !deciding) : boolean);
  };

  const evaluateUnary = (node: Extract<JsonataNode, { type: 'unary' }>, use: Use): Evaluated => {
    if (node.value === '-') return { shape: number, missing: evaluate(node.expression, use).missing };
    if (node.value === '[') {
      for (const item of node.expressions) evaluate(item, partOf(use));
      return of(node.expressions.length ? array(unknown) : array(never, []));
    }
    const members = new Map<string, Member>();
    let isClosed = true;
    for (const [key, value] of node.lhs) {
      const { shape, missing } = evaluate(value, partOf(use));
      if (key.type !== 'string' || typeof key.value !== 'string') isClosed = false;
      else members.set(key.value, member(shape, missing));
    }
    return of(object(isClosed ? members : [], isClosed ? 'closed' : 'open'));
  };

  const evaluateCall = (node: Extract<JsonataNode, { type: 'function' | 'partial' }>, use: Use): Evaluated => {
    const { procedure, arguments: given } = node;
    if (procedure.type !== 'variable' || known.has(procedure.value)) return anything;
    const [list] = given;
    if (procedure.value === 'merge' && list?.type === 'unary' && list.value === '[' && given.length === 1) {
      const parts = list.expressions.map((one) => evaluate(one, partOf(use)));
      if (parts.some(({ missing }) => missing !== 'no') || !parts.length) return of(object([], 'open'));
      return of(parts.map(({ shape }) => shape).reduce(mergeShapes));
    }
    const inner = tests.has(procedure.value) && use !== 'guarded' ? 'test' : partOf(use);
    if ((procedure.value === 'not' || procedure.value === 'exists') && list && given.length === 1) {
      const { shape, missing } = evaluate(list, inner);
      const value = shape.kind === 'scalar' ? shape.value : undefined;
      if (procedure.value === 'not') return of(typeof value === 'boolean' ? scalar('boolean', !value) : boolean);
      return of(missing === 'possible' ? boolean : scalar('boolean', missing === 'no'));
    }
    for (const argument of given) evaluate(argument, inner);
    return { shape: results.get(procedure.value) ?? unknown, missing: 'possible' };
  };

  const readPath = (node: JsonataNode, use: Use): Evaluated => {
    const path = pathStartOf(node, text);
    if (!path) {
      // What begins with something else, such as a call, is only looked into.
      if (node.type === 'path' && node.steps[0]?.type !== 'variable') evaluate(node.steps[0]!, partOf(use));
      return anything;
    }
    const member = path.root === 'states' && path.segments[0]?.kind === 'name' ? path.segments[0].name : undefined;
    const root = rootOf(path.root, member, roots, known);
    if (!root) return anything;
    const segments = path.root === 'states' ? path.segments.slice(1) : path.segments;
    const reading = readStart(segments, root);
    if ((segments.length || path.root !== 'states') && isTold(use, reading)) {
      const kind = path.root !== 'states' ? 'variable' : member === 'context' ? 'context' : 'input';
      const { start, end } = spanOfPath(path, text);
      record({ span: { start, end }, path: text.slice(start, end), root: kind, reading, mustFind: use === 'whole' });
    }
    if (reading.missing === 'sure') return { shape: unknown, missing: 'sure' };
    return path.isWhole ? { shape: reading.shape, missing: reading.missing } : anything;
  };

  return evaluate(ast, 'whole');
}

/** What a comparison gives for all values of both sides; both are there, or it is one for equality. */
function verdict(operator: string, left: Evaluated, right: Evaluated): DataShape {
  if (left.missing !== 'no' || right.missing !== 'no') return boolean;
  const [ones, others] = [knownValues(left.shape), knownValues(right.shape)];
  if (!ones || !others) return boolean;
  const verdicts = new Set(ones.flatMap((one) => others.map((other) => compare(operator, one, other))));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? scalar('boolean', only) : boolean;
}

const knownValues = (shape: DataShape): readonly Json[] | undefined =>
  shape.kind === 'scalar' ? valuesOf(shape) : undefined;

/** Undefined where it fails: orders are those of two numbers or two texts. */
function compare(operator: string, left: Json, right: Json): boolean | undefined {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  const isComparable = typeof left === typeof right && (typeof left === 'number' || typeof left === 'string');
  if (!isComparable) return undefined;
  const [one, other] = [left as number, right as number];
  if (operator === '<') return one < other;
  if (operator === '<=') return one <= other;
  return operator === '>' ? one > other : one >= other;
}

function member(shape: DataShape, missing: Evaluated['missing']): Member {
  if (missing === 'no') return sure(shape);
  return missing === 'sure' ? { shape: never, presence: 'absent' } : { shape, presence: 'possible' };
}

function literal(value: unknown): DataShape {
  if (typeof value === 'string') return scalar('string', value);
  if (typeof value === 'number') return scalar('number', value);
  if (typeof value === 'boolean') return scalar('boolean', value);
  return value === null ? scalar('null', null) : unknown;
}

function rootOf(
  variable: string,
  member: string | undefined,
  roots: JsonataRoots,
  variables: ReadonlyMap<string, DataShape>,
): DataShape | undefined {
  if (variable !== 'states') return variables.get(variable);
  switch (member) {
    case 'input':
    case 'result':
    case 'errorOutput':
    case 'context':
      return roots[member];
    default:
      return undefined;
  }
}

/** Reads as JSONata does: a name behind an array is looked up in each of its elements, and what is no array is its own first. */
function readStart(segments: PathStart['segments'], root: DataShape): PathReading {
  let reading: PathReading = { shape: root, missing: 'no' };
  let isSequence = false;
  for (const [at, segment] of segments.entries()) {
    const { shape } = reading;
    if (shape.kind === 'unknown' && !shape.lacks) return { shape: unknown, missing: 'possible' };
    const isList = isArray(shape);
    const items = isList && segment.kind === 'name' ? itemsOf(shape) : undefined;
    if (items) isSequence = true;
    else if (isList === (segment.kind === 'name') || isList === undefined)
      return { shape: unknown, missing: 'possible' };
    if (isSequence && segment.kind !== 'name') return { shape: unknown, missing: 'possible' };
    const step = readSegments([segment], items ?? shape);
    const missing = step.missing === 'no' ? reading.missing : step.missing;
    reading = { shape: step.shape, missing, ...(step.gap && { gap: { ...step.gap, at } }) };
    if (missing === 'sure') return reading;
  }
  // What is found in several elements may be one value or many.
  return isSequence ? { shape: unknown, missing: 'possible' } : reading;
}

/** What the elements of arrays are, where that is known and they are no arrays themselves. */
function itemsOf(shape: DataShape): DataShape | undefined {
  const items = joinAll(partsOf(shape).map((part) => (part.kind === 'array' ? part.item : never)));
  return items.kind === 'never' || items.kind === 'unknown' || isArray(items) !== false ? undefined : items;
}

/** Undefined where it may be one. */
function isArray(shape: DataShape): boolean | undefined {
  if (shape.kind === 'unknown') return false;
  const parts = partsOf(shape);
  if (parts.every(({ kind }) => kind !== 'array')) return false;
  return parts.every(({ kind }) => kind === 'array') ? true : undefined;
}
