import type { JsonataSort } from './ast';
import { insideTuple } from './evaluate-group';
import { JsonataFailure } from './failure';
import type { Frame } from './frame';
import type { Interpreter } from './interpreter';
import { tuplesOf, type Tuple } from './values';

/** `^(>a, b)`: the items in the order of the terms' values. The sort is stable; items without a value come last. */
export function evaluateSort(
  interpreter: Interpreter,
  node: JsonataSort,
  items: readonly unknown[],
  frame: Frame,
): readonly unknown[] {
  if (items.length <= 1) return items;
  const tuples = tuplesOf(items);
  const valueOf = (item: unknown, term: JsonataSort['terms'][number]) => {
    const [context, scope] = tuples ? insideTuple(item as Tuple, frame) : [item, frame];
    return interpreter.evaluate(term.expression, context, scope);
  };
  return mergeSort(items, (left, right) => {
    for (const term of node.terms) {
      const order = compareTerms(valueOf(left, term), valueOf(right, term));
      if (order.isFinal) return order.value > 0;
      if (order.value !== 0) return (term.descending ? -order.value : order.value) > 0;
    }
    return false;
  });
}

/** `isFinal`: one value is missing, which decides without regard to the direction. */
function compareTerms(left: unknown, right: unknown): { readonly value: number; readonly isFinal: boolean } {
  if (left === undefined || right === undefined) {
    const value = Number(left === undefined) - Number(right === undefined);
    return { value, isFinal: value !== 0 };
  }
  for (const value of [left, right]) {
    if (typeof value !== 'string' && typeof value !== 'number') throw new JsonataFailure('T2008', { value });
  }
  if (typeof left !== typeof right) throw new JsonataFailure('T2007', { value: left, value2: right });
  const [first, second] = [left as string, right as string];
  return { value: first === second ? 0 : first < second ? -1 : 1, isFinal: false };
}

/** Merge sort with the comparisons of JSONata's `$sort`: `isAfter(a, b)` says whether a, which stands before b, has to follow it. */
export function mergeSort<T>(items: readonly T[], isAfter: (left: T, right: T) => boolean): T[] {
  if (items.length <= 1) return [...items];
  const middle = Math.floor(items.length / 2);
  const left = mergeSort(items.slice(0, middle), isAfter);
  const right = mergeSort(items.slice(middle), isAfter);
  const merged: T[] = [];
  let [atLeft, atRight] = [0, 0];
  while (atLeft < left.length && atRight < right.length) {
    merged.push(isAfter(left[atLeft]!, right[atRight]!) ? right[atRight++]! : left[atLeft++]!);
  }
  return merged.concat(left.slice(atLeft), right.slice(atRight));
}
