import type { Jsonata, JsonataNode } from '../../expressions';
import {
  array,
  boolean,
  never,
  number,
  object,
  scalar,
  sure,
  unknown,
  type DataShape,
  type Member,
} from './data-shape';
import type { DataRead } from './data-read';
import { anything, there, type Evaluated } from './evaluated';
import { GrownMap } from './grown-map';
import { join } from './join';
import { onlyAsks, resultOfCall, resultOfMerge } from './jsonata-functions';
import { failsOnNothing, resultOfBoth, resultOfOperator } from './jsonata-operators';
import { pathStartOf, spanOfPath } from './plain-path';
import { readAsJsonata } from './read-as-jsonata';
import type { PathReading } from './read-path';

/** What `$states` holds in a field. */
export interface JsonataRoots {
  readonly input: DataShape;
  readonly result?: DataShape;
  readonly errorOutput?: DataShape;
  readonly context?: DataShape;
}

type Record = (read: Pick<DataRead, 'span' | 'path' | 'root' | 'reading' | 'mustFind'>) => void;

/**
 * What becomes of a node that is undefined: so is the whole expression, which fails the state; or it is left out of what
 * is made; or it is asked whether it is there; or it is only looked at where something has been tested before.
 */
type Use = 'whole' | 'part' | 'test' | 'guarded';

const partOf = (use: Use): Use => (use === 'whole' ? 'part' : use);

/** To ask for what is not there is what tests are for, but for members that no result can have. */
const isTold = (use: Use, { missing, gap }: PathReading): boolean =>
  use === 'test' ? missing === 'sure' && gap?.isModelled === true : use !== 'guarded';

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
    if (node.stages ?? node.group ?? node.focus ?? node.index) return anything;
    if (node.predicate && node.type !== 'variable') return anything;
    switch (node.type) {
      case 'string':
      case 'number':
      case 'value':
        return there(literal(node.value));
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
    if (value === 'in') return there(boolean);
    const needsBoth = failsOnNothing(value);
    if (!needsBoth && !['=', '!=', '&'].includes(value)) return anything;
    const inner = needsBoth ? use : partOf(use);
    return resultOfOperator(value, evaluate(node.lhs, inner), evaluate(node.rhs, inner));
  };

  /** Nothing is recorded of either side: the first one may guard the second one. */
  const evaluateBoth = ({ value, lhs, rhs }: Extract<JsonataNode, { type: 'binary' }>): Evaluated =>
    resultOfBoth(value === 'or', evaluate(lhs, 'guarded').shape, evaluate(rhs, 'guarded').shape);

  const evaluateUnary = (node: Extract<JsonataNode, { type: 'unary' }>, use: Use): Evaluated => {
    if (node.value === '-') return { shape: number, missing: evaluate(node.expression, use).missing };
    if (node.value === '[') {
      for (const item of node.expressions) evaluate(item, partOf(use));
      return there(node.expressions.length ? array(unknown) : array(never, []));
    }
    const members = new Map<string, Member>();
    let isClosed = true;
    for (const [key, value] of node.lhs) {
      const { shape, missing } = evaluate(value, partOf(use));
      if (key.type !== 'string' || typeof key.value !== 'string') isClosed = false;
      else members.set(key.value, member(shape, missing));
    }
    return there(object(isClosed ? members : [], isClosed ? 'closed' : 'open'));
  };

  const evaluateCall = (node: Extract<JsonataNode, { type: 'function' | 'partial' }>, use: Use): Evaluated => {
    const { procedure, arguments: given } = node;
    if (procedure.type !== 'variable' || known.has(procedure.value)) return anything;
    const [list] = given;
    if (procedure.value === 'merge' && list?.type === 'unary' && list.value === '[' && given.length === 1) {
      return resultOfMerge(list.expressions.map((one) => evaluate(one, partOf(use))));
    }
    const inner = onlyAsks(procedure.value) && use !== 'guarded' ? 'test' : partOf(use);
    return resultOfCall(
      procedure.value,
      given.map((argument) => evaluate(argument, inner)),
    );
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
    const reading = readAsJsonata(segments, root);
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
