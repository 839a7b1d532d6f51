import { setMember } from '../json/kind';
import type { JsonataNode, JsonataPair } from './ast';
import { JsonataFailure, UncodedFailure } from './failure';
import type { Frame } from './frame';
import type { Interpreter } from './interpreter';
import { arrayOf, joined, tuplesOf, type Tuple } from './values';

/** The items of the input that have given the same key, and the pair whose key that was. */
interface Group {
  readonly pair: JsonataPair;
  readonly items: unknown[];
}

/** `{key: value}`, as a constructor and behind a step: the items of the input are grouped by their keys. */
export function evaluateGroup(
  interpreter: Interpreter,
  pairs: readonly JsonataPair[],
  input: unknown,
  frame: Frame,
): Record<string, unknown> {
  const tuples = tuplesOf(input);
  // The package's evaluator fails here by accident, and AWS's with it.
  if (tuples?.length === 0)
    throw new UncodedFailure('There is nothing to group: the path in front of "{" leads nowhere');
  // Without an item there is still the object that the constructor writes.
  const items = arrayOf(input).length === 0 ? [undefined] : arrayOf(input);
  const groups = new Map<string, Group>();
  for (const item of items) {
    const [context, scope] = tuples ? insideTuple(item as Tuple, frame) : [item, frame];
    for (const pair of pairs) addToGroup(groups, pair, interpreter.evaluate(pair[0], context, scope), item);
  }
  const result: Record<string, unknown> = {};
  for (const [key, { pair, items: grouped }] of groups) {
    const value = evaluateValue(interpreter, pair[1], grouped, tuples !== undefined, frame);
    if (value !== undefined) setMember(result, key, value);
  }
  return result;
}

function addToGroup(groups: Map<string, Group>, pair: JsonataPair, key: unknown, item: unknown): void {
  if (key === undefined) return;
  if (typeof key !== 'string') throw new JsonataFailure('T1003', { value: key });
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { pair, items: [item] });
  else if (group.pair !== pair) throw new JsonataFailure('D1009', { value: key });
  else group.items.push(item);
}

function evaluateValue(
  interpreter: Interpreter,
  expression: JsonataNode,
  items: readonly unknown[],
  areTuples: boolean,
  frame: Frame,
): unknown {
  if (!areTuples) return interpreter.evaluate(expression, joined(items), frame);
  const tuples = items as readonly Tuple[];
  const names = new Set(tuples.flatMap((tuple) => [...tuple.keys()]));
  const merged: Tuple = new Map([...names].map((name) => [name, joined(tuples.map((tuple) => tuple.get(name)))]));
  return interpreter.evaluate(expression, ...insideTuple(merged, frame));
}

/** The item of a tuple, and a scope with the names that are bound to it. */
export function insideTuple(tuple: Tuple, frame: Frame): [item: unknown, scope: Frame] {
  return [tuple.get('@'), frame.inner(tuple)];
}
