import type { JsonataNode } from './ast';

interface Needed {
  readonly count: number;
  /** What the last of them is. */
  readonly last: string;
  /** What the call does without it. */
  readonly otherwise: string;
  /** Whether 0 gives nothing, too. */
  readonly isSize?: true;
}

/** Functions of Step Functions that do not fail without an argument they need (measured: see `stepFunctionsFunctions`). */
const needed: ReadonlyMap<string, Needed> = new Map([
  ['hash', { count: 2, last: 'algorithm', otherwise: 'it gives nothing' }],
  ['partition', { count: 2, last: 'size', otherwise: 'it gives all in one part', isSize: true }],
  ['range', { count: 3, last: 'step', otherwise: 'it gives nothing', isSize: true }],
]);

/** A call that lacks an argument, or gives 0 where that is as good as none. */
export function lackFault(name: string, given: readonly JsonataNode[]): string | undefined {
  const [, reducer] = given;
  if (name === 'reduce' && reducer?.type === 'lambda' && reducer.arguments.length < 2) {
    return '"$reduce" calls its function with two values and more, and fails where that takes fewer; give the function two parameters';
  }
  const known = needed.get(name);
  if (!known) return undefined;
  const { count, last, otherwise, isSize } = known;
  if (given.length < count) {
    return `"$${name}" takes ${count} arguments, but is given ${given.length}, so ${otherwise}; give it the ${last}`;
  }
  const value = given[count - 1]!;
  const isZero = value.type === 'number' && Math.trunc(value.value as number) === 0;
  return isSize && isZero ? `"$${name}" gives nothing for the ${last} 0; give it another ${last}` : undefined;
}
