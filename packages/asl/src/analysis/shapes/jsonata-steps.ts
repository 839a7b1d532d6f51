import type { JsonataNode, JsonataStage } from '../../expressions';
import { unknown, type DataShape } from './data-shape';
import type { Evaluated } from './evaluated';
import type { PathStart } from './plain-path';
import { elementOf, readAsJsonata, type JsonataReading } from './read-as-jsonata';

/** What a name without a `$` is looked up in: one of the values that the steps of a path, and their filters, go over. */
export interface Item {
  readonly shape: DataShape;
  /** The path to it as messages name it, and of how many names and indexes it consists. */
  readonly path: string;
  readonly length: number;
}

/** What is done with the parts of a path. */
interface Visitor {
  /** An expression that is evaluated for the item; what it gives. */
  evaluate(node: JsonataNode, item: Item): Evaluated;
  /** A name that is looked up in the item. */
  read(step: Extract<JsonataNode, { type: 'name' }>, from: Item, to: Item, reading: JsonataReading): void;
}

/**
 * Goes on where the beginning of a path ends: over filters, names, orders, and up to the first step of another kind. Gives the
 * objects that the last step makes of the items, `items.{'id': key}`.
 */
export function followSteps(node: JsonataNode, start: PathStart, from: Item, visitor: Visitor): DataShape | undefined {
  const steps = node.type === 'path' ? node.steps : [node];
  let item = { ...from, shape: elementOf(from.shape) };
  const last = steps[start.steps - 1];
  if (last && bindsName(last)) return undefined;
  if (last) filter(last);
  for (const step of steps.slice(start.steps)) {
    if (bindsName(step)) return undefined;
    if (step.type === 'name') item = next(step);
    else if (step.type === 'sort') for (const { expression } of step.terms) visitor.evaluate(expression, item);
    else {
      const { shape } = visitor.evaluate({ ...step, stages: undefined }, item);
      return makesObject(step) && step === steps.at(-1) && !node.group ? shape : undefined;
    }
    filter(step);
  }
  for (const part of node.group?.lhs.flat() ?? []) visitor.evaluate(part, item);
  return undefined;

  function filter({ stages, predicate }: JsonataNode): void {
    for (const stage of [...(stages ?? []), ...(predicate ?? [])])
      if (isTest(stage)) visitor.evaluate(stage.expr, item);
  }

  function next(step: Extract<JsonataNode, { type: 'name' }>): Item {
    const reading = readAsJsonata([{ kind: 'name', name: step.value, start: 0, end: 0 }], item.shape);
    const shape = reading.missing === 'sure' ? unknown : elementOf(reading.shape);
    const found = { shape, path: `${item.path}.${step.value}`, length: item.length + 1 };
    visitor.read(step, item, found, reading);
    return found;
  }
}

/** With `@$name` a step leaves the steps behind it where they were; what `%` goes up to is not followed. */
const bindsName = ({ focus, index, tuple }: JsonataNode): boolean =>
  focus !== undefined || index !== undefined || tuple === true;

const makesObject = (step: JsonataNode): boolean => step.type === 'unary' && step.value === '{';

const isTest = (stage: JsonataStage): stage is Extract<JsonataStage, { type: 'filter' }> =>
  stage.type === 'filter' && stage.expr.type !== 'number';

/** The parameters of the function that some functions call for each element of a list that stand for the element. */
export const elementParameters: ReadonlyMap<string, readonly number[]> = new Map([
  ['map', [0]],
  ['filter', [0]],
  ['single', [0]],
  ['sort', [0, 1]],
  ['reduce', [1]],
]);
