import type { Jsonata, JsonataNode, Span } from '../../expressions';
import { array, never, number, object, scalar, sure, unknown, type DataShape, type Member } from './data-shape';
import type { DataRead } from './data-read';
import { anything, there, type Evaluated } from './evaluated';
import { GrownMap } from './grown-map';
import { join } from './join';
import { onlyAsks, resultOfCall, resultOfMerge } from './jsonata-functions';
import { failsOnNothing, resultOfBoth, resultOfOperator } from './jsonata-operators';
import { pathStartOf, relativeStartOf, spanOfPath, writtenOut, type PathStart } from './plain-path';
import { rootOf, type JsonataRoots } from './jsonata-roots';
import { elementParameters, followSteps, type Item } from './jsonata-steps';
import { elementOf, readAsJsonata, valueOf, type JsonataReading } from './read-as-jsonata';
import type { PathReading } from './read-path';

type Record = (read: Pick<DataRead, 'span' | 'path' | 'root' | 'reading' | 'mustFind'>) => void;

/**
 * What becomes of a node that is undefined: so is the whole expression, which fails the state; or it is left out of what
 * is made; or it is asked whether it is there; or it is only looked at where something has been tested before.
 */
type Use = 'whole' | 'part' | 'test' | 'guarded';

const partOf = (use: Use): Use => (use === 'whole' ? 'part' : use);

type JsonataLambda = Extract<JsonataNode, { type: 'lambda' }>;

/** To ask for what is not there is what tests are for, but for members that no result can have. */
const isTold = (use: Use, { missing, gap }: PathReading): boolean =>
  use === 'whole' || use === 'part' || (missing === 'sure' && gap?.isModelled === true);

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
  /** What names are looked up in. */
  let item: Item | undefined;
  const evaluate = (node: JsonataNode, use: Use): Evaluated => {
    if (node.stages ?? node.focus ?? node.index) return anything;
    if (node.group) {
      if (node.type === 'path') readPath(node, partOf(use));
      return anything;
    }
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
        evaluate(node.condition, 'test');
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
      case 'apply': {
        const { lhs, rhs } = node;
        if (rhs.type === 'function') return evaluate({ ...rhs, arguments: [lhs, ...rhs.arguments] }, use);
        evaluate(lhs, partOf(use));
        return anything;
      }
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
    const needsBoth = failsOnNothing(value);
    if (!needsBoth && !['=', '!=', '&', 'in'].includes(value)) return anything;
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
    const values = given.map((argument) => evaluate(argument, inner));
    const called = given.at(1);
    if (called?.type === 'lambda' && values[0]) evaluateForEach(procedure.value, called, values[0], use);
    return resultOfCall(procedure.value, values);
  };

  /** The body of a function that is called for each element of a list. */
  const evaluateForEach = (name: string, called: JsonataLambda, list: Evaluated, use: Use): void => {
    const outside = known;
    const elements = elementParameters.get(name) ?? [];
    const shapes = called.arguments.map(
      ({ value }, at) => [value, elements.includes(at) ? (list.element ?? elementOf(list.shape)) : unknown] as const,
    );
    known = GrownMap.of(known, shapes);
    evaluate(called.body, partOf(use));
    known = outside;
  };

  const readPath = (node: JsonataNode, use: Use): Evaluated => {
    const relative = relativeStartOf(node, text);
    if (relative) return item ? readRelative(node, relative, item, use) : anything;
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
    const found = readAsJsonata(segments, root);
    const reading = { ...found, ...valueOf(found) };
    const { start, end } = spanOfPath(path, text);
    if ((segments.length || path.root !== 'states') && isTold(use, reading)) {
      const kind = path.root !== 'states' ? 'variable' : member === 'context' ? 'context' : 'input';
      record({ span: { start, end }, path: text.slice(start, end), root: kind, reading, mustFind: use === 'whole' });
    }
    if (reading.missing === 'sure') return { shape: unknown, missing: 'sure' };
    if (path.isWhole) return valueOf(found);
    goOn(node, path, { shape: found.shape, path: text.slice(start, end), length: segments.length }, use);
    return anything;
  };

  /** A path that begins with a name, in a filter or behind a `.`. */
  const readRelative = (node: JsonataNode, path: PathStart, from: Item, use: Use): Evaluated => {
    const reading = readAsJsonata(path.segments, from.shape);
    const found: Item = {
      shape: reading.shape,
      path: `${from.path}${writtenOut(path.segments)}`,
      length: from.length + path.segments.length,
    };
    tell(spanOfPath(path, text), from, found, reading, use);
    if (reading.missing === 'sure') return { shape: unknown, missing: 'sure' };
    if (path.isWhole) return valueOf(reading);
    goOn(node, path, found, use);
    return anything;
  };

  /** Records what is looked up in an item, by the path to the item. */
  const tell = (span: Span, from: Item, { path }: Item, reading: JsonataReading, use: Use): void => {
    if (!isTold(use, reading)) return;
    const gap = reading.gap && { gap: { ...reading.gap, at: reading.gap.at + from.length } };
    record({ span, path, root: 'item', reading: { ...valueOf(reading), ...gap }, mustFind: false });
  };

  const goOn = (node: JsonataNode, path: PathStart, from: Item, use: Use): void => {
    const inner = use === 'guarded' ? use : 'part';
    followSteps(node, path, from, {
      evaluate: (one, each) => within(each, () => evaluate(one, inner)),
      read: (step, from, to, reading) => {
        const end = step.position ?? text.length;
        tell({ start: Math.max(0, end - step.value.length), end }, from, to, reading, inner);
      },
    });
  };

  const within = (each: Item, evaluateInside: () => void): void => {
    const outside = item;
    item = each;
    evaluateInside();
    item = outside;
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
