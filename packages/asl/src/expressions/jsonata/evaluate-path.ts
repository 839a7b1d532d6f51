import type { JsonataNode, JsonataPathNode, JsonataSort, JsonataStage } from './ast';
import { evaluateGroup, insideTuple } from './evaluate-group';
import { evaluateSort } from './evaluate-sort';
import type { Frame } from './frame';
import { UncodedFailure } from './failure';
import type { Interpreter } from './interpreter';
import { memoryLimit, outOfMemory, stepsToMake } from './limits';
import { isNumeric, isTruthy } from './operators';
import { sequenceOf, isConstructed, isSequence, tuplesOf, tupleStream, type Sequence, type Tuple } from './values';

export function evaluatePath(interpreter: Interpreter, node: JsonataPathNode, input: unknown, frame: Frame): unknown {
  const { steps } = node;
  // A path that starts from a variable is absolute: it does not go through the items of its context.
  let items: readonly unknown[] =
    Array.isArray(input) && steps[0]?.type !== 'variable' ? (input as unknown[]) : sequenceOf([input]);
  let result: unknown = items;
  let tuples: readonly Tuple[] | undefined;
  let hasTuples = false;
  for (const [at, step] of steps.entries()) {
    hasTuples ||= step.tuple === true;
    const isArrayConstructor = step.type === 'unary' && step.value === '[' && step.consarray === true;
    if (hasTuples && !(at === 0 && isArrayConstructor)) {
      tuples = evaluateTupleStep(interpreter, step, items, tuples, frame);
      continue;
    }
    // An array at the beginning is not made for each item of the context.
    if (at === 0 && isArrayConstructor) result = interpreter.evaluate(step, items, frame);
    else result = evaluateStep(interpreter, step, items, frame, at === steps.length - 1);
    if (!hasTuples && isEmpty(result)) break;
    if (step.focus === undefined) items = itemsOf(result);
  }
  if (hasTuples) {
    const found = tuples ?? [];
    result = node.tuple ? tupleStream(found) : sequenceOf(found.map((tuple) => tuple.get('@')));
  }
  if (node.keepSingletonArray) result = keepingSingleton(result);
  if (!node.group) return result;
  return evaluateGroup(interpreter, node.group.lhs, hasTuples ? tupleStream(tuples ?? []) : result, frame);
}

function isEmpty(result: unknown): boolean {
  return result === undefined || result === '' || (Array.isArray(result) && result.length === 0);
}

/**
 * What the next step goes through. Only an array that the path begins with, narrowed down to one item as in `["ab"][0].x`,
 * is no array here; the package, and so AWS, then goes through the characters of a text and through nothing else.
 */
function itemsOf(result: unknown): readonly unknown[] {
  if (Array.isArray(result)) return result as unknown[];
  return typeof result === 'string' ? result.split('') : [];
}

function keepingSingleton(result: unknown): unknown {
  const sequence = isConstructed(result) && !isSequence(result) ? sequenceOf([result]) : result;
  if (isSequence(sequence)) sequence.keepSingleton = true;
  return sequence;
}

function evaluateStep(
  interpreter: Interpreter,
  step: JsonataNode,
  items: readonly unknown[],
  frame: Frame,
  isLast: boolean,
): unknown {
  if (step.type === 'sort') {
    let sorted: unknown = evaluateSort(interpreter, step, items, frame);
    for (const stage of filtersOf(step.stages)) sorted = evaluateFilter(interpreter, stage, sorted, frame);
    return sorted;
  }
  const results: unknown[] = [];
  for (const item of items) {
    let result = interpreter.evaluate(step, item, frame);
    for (const stage of filtersOf(step.stages)) result = evaluateFilter(interpreter, stage, result, frame);
    if (result !== undefined) results.push(result);
  }
  const [only] = results;
  if (isLast && results.length === 1 && Array.isArray(only) && !isSequence(only)) return only;
  const flat = sequenceOf();
  for (const result of results) {
    if (Array.isArray(result) && !isConstructed(result)) {
      // Before the memory is taken, not after: an array for each item of an array is more than there is.
      if (flat.length + result.length > memoryLimit.elements) throw new UncodedFailure(outOfMemory);
      for (const item of result) flat.push(item);
    } else {
      flat.push(result);
    }
  }
  interpreter.spend(stepsToMake(flat));
  return flat;
}

const none: readonly JsonataNode[] = [];

function filtersOf(stages: readonly JsonataStage[] | undefined): readonly JsonataNode[] {
  if (stages === undefined) return none;
  return stages.flatMap((stage) => (stage.type === 'filter' ? [stage.expr] : []));
}

/** A step of a path whose items carry names with them. */
function evaluateTupleStep(
  interpreter: Interpreter,
  step: JsonataNode,
  items: readonly unknown[],
  before: readonly Tuple[] | undefined,
  frame: Frame,
): readonly Tuple[] {
  const found =
    step.type === 'sort'
      ? sortTuples(interpreter, step, items, before, frame)
      : (before ?? items.map((item): Tuple => new Map([['@', item]]))).flatMap((tuple) =>
          followTuple(interpreter, step, tuple, frame),
        );
  return evaluateStages(interpreter, step.stages ?? [], found, frame);
}

function sortTuples(
  interpreter: Interpreter,
  step: JsonataSort,
  items: readonly unknown[],
  before: readonly Tuple[] | undefined,
  frame: Frame,
): readonly Tuple[] {
  if (before) return evaluateSort(interpreter, step, tupleStream(before), frame) as readonly Tuple[];
  return evaluateSort(interpreter, step, items, frame).map((item, index) => {
    const tuple: Tuple = new Map([['@', item]]);
    return step.index === undefined ? tuple : tuple.set(step.index, index);
  });
}

function followTuple(interpreter: Interpreter, step: JsonataNode, tuple: Tuple, frame: Frame): Tuple[] {
  const [item, scope] = insideTuple(tuple, frame);
  const result = interpreter.evaluate(step, item, scope);
  if (result === undefined) return [];
  const inner = tuplesOf(result);
  // Each item is a tuple of its own.
  if (Array.isArray(result)) interpreter.spend(result.length);
  if (inner) return inner.map((found) => new Map([...tuple, ...found]));
  return (Array.isArray(result) ? (result as unknown[]) : [result]).map((found, index) => {
    const next: Tuple = new Map(tuple);
    next.set(step.focus ?? '@', found);
    if (step.index !== undefined) next.set(step.index, index);
    if (step.ancestor) next.set(step.ancestor.label, item);
    return next;
  });
}

function evaluateStages(
  interpreter: Interpreter,
  stages: readonly JsonataStage[],
  tuples: readonly Tuple[],
  frame: Frame,
): readonly Tuple[] {
  let left = tuples;
  for (const stage of stages) {
    if (stage.type === 'index') left.forEach((tuple, index) => tuple.set(stage.value, index));
    else left = evaluateFilter(interpreter, stage.expr, tupleStream(left), frame) as readonly Tuple[];
  }
  return left;
}

/** `[...]`: numbers choose items by their place, from the end if they are negative; anything else is true or false. */
export function evaluateFilter(
  interpreter: Interpreter,
  predicate: JsonataNode,
  input: unknown,
  frame: Frame,
): unknown {
  const tuples = tuplesOf(input);
  const items = Array.isArray(input) ? (input as unknown[]) : [input];
  const found: Sequence = tuples ? tupleStream([]) : sequenceOf();
  if (predicate.type === 'number') {
    const item = items[placeOf(predicate.value as number, items.length)];
    if (Array.isArray(item)) return item;
    if (item !== undefined) found.push(item);
    return found;
  }
  items.forEach((item, index) => {
    const [context, scope] = tuples ? insideTuple(item as Tuple, frame) : [item, frame];
    const result = interpreter.evaluate(predicate, context, scope);
    const places = isNumeric(result) ? [result] : result;
    if (Array.isArray(places) && places.every(isNumeric)) {
      for (const place of places) if (placeOf(place, items.length) === index) found.push(item);
    } else if (isTruthy(result)) {
      found.push(item);
    }
  });
  return found;
}

function placeOf(place: number, length: number): number {
  const index = Math.floor(place);
  return index < 0 ? length + index : index;
}
