import { isCalledCount } from '../texts/name-words';
import { anything, holdsAll, present, valuesOf, type Domain } from './domain';
import { and, test, type Formula, type Test } from './formula';
import { typeDomains } from './relation';
import { numberOrder } from './numbers';
import { keyOf } from './store';
import type { Reference } from './symbolic-value';
import { waysInto } from './ways';

const kinds = ['array', 'boolean', 'null', 'number', 'object', 'string'] as const;

/** What the tests expect at a place. */
interface Expectation {
  readonly place: Reference;
  readonly origin: Test;
  readonly parts: Domain[];
  /** The numbers with which the place is compared. */
  readonly bounds: number[];
}

/**
 * The formula that is true where every place that a formula tests holds a value of a type that it is compared with: rules
 * for `true` and `false` are written for a boolean, and rules for none and for one or more, of what is called a count, for a
 * number of things. A test that tells types apart, or whether there is a value, expects any.
 */
export function comparedValues(formula: Formula): Formula {
  const expected = new Map<string, Expectation>();
  for (const tested of testsOf(formula)) {
    for (const { restrictions = [], relations = [] } of tested.ways('true')) {
      for (const { place, domain } of restrictions) {
        const known = expected.get(keyOf(place)) ?? { place, origin: tested, parts: [], bounds: [] };
        expected.set(keyOf(place), known);
        if (domain.numbers !== present.numbers) known.bounds.push(...domain.numbers.flat().filter(isWritten));
        known.parts.push(...expectedOf(domain, relations.length > 0));
      }
    }
  }
  return and(...[...expected.values()].map(demandOf));
}

function* testsOf(formula: Formula): Generator<Test> {
  if (formula.kind === 'test') yield formula.test;
  else if (formula.kind === 'not') yield* testsOf(formula.operand);
  else if (formula.kind !== 'literal') for (const operand of formula.operands) yield* testsOf(operand);
}

/** `null` beside a type says that it may be missing, which says nothing about the type alone. */
const isOnlyNull = (domain: Domain): boolean => domain === valuesOf('null');

function expectedOf(domain: Domain, isRelated: boolean): Domain[] {
  if (domain.absent) return [anything];
  // `!= "a"` leaves one value out: it asks for a value as `= "a"` does, of whatever type.
  if (kinds.filter((kind) => !holdsAll(domain, kind)).length === 1) return [present];
  const tellsTypes = kinds.some((kind) => kind !== 'null' && kind !== 'string' && holdsAll(domain, kind));
  if (!isRelated && (tellsTypes || isWholeString(domain))) return [anything];
  const parts: Domain[] = [];
  if (domain.null) parts.push(valuesOf('null'));
  if (domain.booleans.length > 0) parts.push(valuesOf('boolean'));
  if (domain.numbers.length > 0) parts.push(valuesOf('number'));
  if (domain.arrays) parts.push(valuesOf('array'));
  if (domain.objects) parts.push(valuesOf('object'));
  if (domain.strings.hasOthers) parts.push(valuesOf('string'));
  else if (domain.strings.instants.length > 0) parts.push(typeDomains.Timestamp);
  return parts;
}

const isWholeString = ({ strings }: Domain): boolean => strings === present.strings;

function demandOf({ place, origin, parts, bounds }: Expectation): Formula {
  const kept = parts.every(isOnlyNull) || parts.includes(anything) ? [anything] : [...new Set(parts)];
  const name = place.path.at(-1);
  const domains =
    typeof name === 'string' && isCalledCount(name)
      ? kept.map((domain) => (domain === valuesOf('number') ? countsUpTo(bounds) : domain))
      : kept;
  const ways = domains.flatMap((domain) => waysInto(place, domain));
  return test({ node: origin.node, text: origin.text, ways: (outcome) => (outcome === 'true' ? ways : []) });
}

/** Where no bound was written, an interval ends with the numbers. */
const isWritten = (bound: number): boolean => bound > numberOrder.min && bound < numberOrder.max;

/** Above so many a number is not told from its neighbours: rules do not list them. */
const mostCounts = 100;

/** Zero, one and so on beyond the bounds, and from there on any number. */
function countsUpTo(bounds: readonly number[]): Domain {
  const greatest = Math.ceil(Math.max(0, ...bounds)) + 1;
  const listed = greatest > mostCounts ? 0 : greatest;
  const whole = Array.from({ length: listed }, (_, count) => [count, count] as const);
  return { ...valuesOf('number'), numbers: [...whole, [listed, numberOrder.max]] };
}
