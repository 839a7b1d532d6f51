/** The invocations of a state that one key of a mocked response stands for, from 0, both ends inclusive. */
interface InvocationRange {
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** The keys of a mocked response in the order of their invocations. */
export interface Invocations {
  readonly ranges: readonly InvocationRange[];
}

/** A key that cannot be: what is wrong with it. */
export interface InvocationClash {
  readonly clash: string;
  readonly fault: string;
}

/** Reads keys such as `"0"` and `"1-2"`, in whichever order: JSON.parse itself puts the numbers before the ranges. */
export function invocationsOf(keys: readonly string[]): Invocations | InvocationClash {
  const ranges = keys.map((key): InvocationRange => {
    const [first = 0, last = first] = key.split('-').map(Number);
    return { key, first, last };
  });
  ranges.sort((a, b) => a.first - b.first);
  let before: InvocationRange | undefined;
  for (const range of ranges) {
    const { key, first, last } = range;
    if (last < first) return { clash: key, fault: `is a range that ends before it begins; write "${last}-${first}"` };
    if (before && first <= before.last) {
      return { clash: key, fault: `stands for invocation ${first}, and so does "${before.key}"; keep one of them` };
    }
    before = range;
  }
  return { ranges };
}
