import type { ValueKind } from '../../expressions';
import type { Json } from '../../text/located';
import { absent, common, emptiness, holdsAll, includes, present, valuesOf, type Domain } from './domain';
import type { Way } from './formula';
import { mayBeMissing, type Cases, type Reading } from './symbolic-value';

/** The ways in which all of several steps can be taken together. */
export function allWays(...steps: readonly (readonly Way[])[]): readonly Way[] {
  return steps.reduce((before, step) => before.flatMap((first) => step.map((second) => joined(first, second))));
}

function joined(first: Way, second: Way): Way {
  const doubt = first.doubt ?? second.doubt;
  return {
    restrictions: [...(first.restrictions ?? []), ...(second.restrictions ?? [])],
    relations: [...(first.relations ?? []), ...(second.relations ?? [])],
    ...(doubt && { doubt }),
  };
}

/** The ways in which a value that is read is in a domain; `about` is the kind of value that reads well there. */
export function waysInto(reading: Reading, domain: Domain, about?: ValueKind): readonly Way[] {
  const known = knownShape(reading);
  if (known !== undefined) return includes(domain, known.value) ? [{}] : [];
  switch (reading.kind) {
    case 'reference':
      return emptiness(domain) === 'empty' ? [] : [{ restrictions: [{ place: reading, domain, about }] }];
    case 'derived':
      return reading.preimages(domain).map((source) => ({ restrictions: [{ place: reading.of, domain: source }] }));
    case 'cases':
      return reading.cases.flatMap(({ when, value }) => allWays(when, waysInto(value, domain, about)));
    case 'unknown': {
      if (reading.is && !reading.mayFail && holdsAll(domain, reading.is)) return [{}];
      const possible = reading.is ? valuesOf(reading.is) : reading.mayBeMissing ? domain : { ...domain, absent: false };
      return emptiness(common(possible, domain)) === 'empty' ? [] : [{ doubt: reading }];
    }
    default:
      return [];
  }
}

export const absenceWays = (reading: Reading): readonly Way[] => waysInto(reading, absent);
export function presenceWays(reading: Reading): readonly Way[] {
  const isThere = reading.kind === 'derived' || (reading.kind === 'unknown' && !mayBeMissing(reading));
  return isThere ? [{}] : waysInto(reading, present);
}

/** The ways in which reading fails the execution. */
export function failureWays(reading: Reading): readonly Way[] {
  if (reading.kind === 'failing') return [{}];
  if (reading.kind === 'cases') return reading.cases.flatMap(({ when, value }) => allWays(when, failureWays(value)));
  return reading.kind === 'unknown' && reading.mayFail ? [{ doubt: reading }] : [];
}

/**
 * A value as far as comparisons look at it, which is not inside objects and arrays: undefined where it is not known, a
 * `value` of undefined where there is none.
 */
export function knownShape(reading: Reading): { readonly value: Json | undefined } | undefined {
  switch (reading.kind) {
    case 'missing':
      return { value: undefined };
    case 'constant':
      return reading;
    case 'object':
    case 'over':
    case 'merged':
      return { value: {} };
    case 'array':
      return { value: reading.items.map(() => null) };
    default:
      return undefined;
  }
}

/** The first reading where there is one, else the second; decided at once where that is known. */
export function firstOf(first: Reading, second: Reading): Reading {
  if (first.kind === 'missing') return second;
  if (!mayBeMissing(first)) return first;
  const cases = [
    { when: presenceWays(first), value: first },
    { when: absenceWays(first), value: second },
  ];
  return { kind: 'cases', cases };
}

/** What becomes of a value that depends on the data, case by case. */
export const eachCase = ({ cases }: Cases, change: (value: Reading) => Reading): Cases => ({
  kind: 'cases',
  cases: cases.map(({ when, value }) => ({ when, value: change(value) })),
});
