import type { Jsonata, JsonataNode, NameSegment } from '../../expressions';
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
  type DataShape,
  type Member,
} from './data-shape';
import { mergeShapes } from './intrinsic-shape';
import { join } from './join';
import { partsOf } from './parts';
import { plainPathOf } from './plain-path';
import { readSegments, type PathReading } from './read-path';
import type { DataRead } from './reader';
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
 * is made; or it is only looked at where something has been tested before.
 */
type Use = 'whole' | 'part' | 'guarded';

const partOf = (use: Use): Use => (use === 'whole' ? 'part' : use);

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
        return node.expressions.length === 1 ? evaluate(node.expressions[0]!, use) : anything;
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
      default:
        return anything;
    }
  };

  const evaluateBinary = (node: Extract<JsonataNode, { type: 'binary' }>, use: Use): Evaluated => {
    const { value } = node;
    if (['and', 'or', 'in'].includes(value)) return of(boolean);
    if (['=', '!='].includes(value)) {
      for (const side of [node.lhs, node.rhs]) evaluate(side, partOf(use));
      return of(boolean);
    }
    const isArithmetic = ['+', '-', '*', '/', '%'].includes(value);
    if (!isArithmetic && value !== '&') return anything;
    const sides = [node.lhs, node.rhs].map((side) => evaluate(side, isArithmetic ? use : partOf(use)));
    if (!isArithmetic) return of(string);
    const missing = sides.some((side) => side.missing === 'sure') ? 'sure' : 'possible';
    return { shape: number, missing };
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
    if (procedure.type !== 'variable' || variables.has(procedure.value)) return anything;
    const [list] = given;
    if (procedure.value === 'merge' && list?.type === 'unary' && list.value === '[' && given.length === 1) {
      const parts = list.expressions.map((one) => evaluate(one, partOf(use)));
      if (parts.some(({ missing }) => missing !== 'no') || !parts.length) return of(object([], 'open'));
      return of(parts.map(({ shape }) => shape).reduce(mergeShapes));
    }
    if (!tests.has(procedure.value)) for (const argument of given) evaluate(argument, partOf(use));
    return { shape: results.get(procedure.value) ?? unknown, missing: 'possible' };
  };

  const readPath = (node: JsonataNode, use: Use): Evaluated => {
    const path = plainPathOf(node);
    const root = path && rootOf(path.root, path.names[0], roots, variables);
    if (!path || !root) return anything;
    const names = path.root === 'states' ? path.names.slice(1) : path.names;
    const { start, end } = spanOf(path.root, path.names, path.end, text);
    const segments = names.map((name): NameSegment => ({ kind: 'name', name, start, end }));
    const reading = holdsArray(segments, root)
      ? { shape: unknown, missing: 'possible' as const }
      : readSegments(segments, root);
    if (names.length && use !== 'guarded') {
      const kind = path.root !== 'states' ? 'variable' : path.names[0] === 'context' ? 'context' : 'input';
      record({ span: { start, end }, path: text.slice(start, end), root: kind, reading, mustFind: use === 'whole' });
    }
    return { shape: reading.missing === 'sure' ? unknown : reading.shape, missing: reading.missing };
  };

  return evaluate(ast, 'whole');
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

/** The text before the end of the path that is the path: written without blanks or quotes, else the last name alone. */
function spanOf(
  root: string,
  names: readonly string[],
  end: number | undefined,
  text: string,
): { start: number; end: number } {
  const written = `$${[root, ...names].join('.')}`;
  if (end === undefined) return { start: 0, end: text.length };
  if (text.slice(0, end).endsWith(written)) return { start: end - written.length, end };
  return { start: Math.max(0, end - (names.at(-1)?.length ?? 0)), end };
}

/** A name behind an array is looked up in each of its elements, and what is found becomes a sequence. */
function holdsArray(segments: readonly NameSegment[], root: DataShape): boolean {
  let shape = root;
  for (const segment of segments) {
    if (shape.kind !== 'unknown' && partsOf(shape).some((part) => part.kind === 'array')) return true;
    shape = readSegments([segment], shape).shape;
  }
  return false;
}
