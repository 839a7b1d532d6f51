/**
 * The values of an expression are JSON values, undefined, functions and sequences. A sequence is what a query has found:
 * an array that turns into its element where it has one, and into undefined where it has none. The marks are properties
 * of the array, as in the `jsonata` package, because its functions read and make sequences, too.
 */
export interface Sequence extends Array<unknown> {
  /** False for a sequence that has become an ordinary array. */
  sequence: boolean;
  /** Whether it stays an array with one element. */
  keepSingleton?: boolean;
  /** Whether its elements are {@link Tuple}s. */
  tupleStream?: boolean;
}

/** An item on its way through a path, under "@", together with the names that the steps have bound. */
export type Tuple = Map<string, unknown>;

/** Makes a sequence of an array that nobody else holds. */
export function sequenceOf(items: unknown[] = []): Sequence {
  const sequence = items as Sequence;
  sequence.sequence = true;
  return sequence;
}

export function isSequence(value: unknown): value is Sequence {
  return Array.isArray(value) && (value as Partial<Sequence>).sequence === true;
}

/** The tuples of a stream; undefined for ordinary values. */
export function tuplesOf(value: unknown): readonly Tuple[] | undefined {
  return isSequence(value) && value.tupleStream === true ? (value as unknown as Tuple[]) : undefined;
}

export function tupleStream(tuples: readonly Tuple[]): Sequence {
  const stream = sequenceOf([...tuples]);
  stream.tupleStream = true;
  return stream;
}

/** The arrays that `[...]` as a step of a path has made: the steps behind it do not take them apart. */
const constructedArrays = new WeakSet<object>();

export function markConstructed(array: unknown[]): unknown[] {
  constructedArrays.add(array);
  return array;
}

export function isConstructed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && constructedArrays.has(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One value for many, as JSONata's `$append` would join them one by one: a single one itself, else all elements. */
export function joined(values: readonly unknown[]): unknown {
  const defined = values.filter((value) => value !== undefined);
  return defined.length <= 1 ? defined[0] : defined.flatMap(arrayOf);
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** The member of that name, of each element if it is an array. Prototypes are out of reach. */
export function lookup(value: unknown, name: string): unknown {
  if (Array.isArray(value)) {
    const found = sequenceOf();
    for (const item of value as readonly unknown[]) {
      const member = lookup(item, name);
      if (Array.isArray(member)) for (const part of member) found.push(part);
      else if (member !== undefined) found.push(member);
    }
    return found;
  }
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
