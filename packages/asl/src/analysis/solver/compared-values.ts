import { isCalledCount } from '../texts/name-words';
import { countsUpTo } from './counts';
import { anything, holdsAll, present, valuesOf, type Domain } from './domain';
import { and, test, testsOf, type Formula, type Test } from './formula';
import { writtenNumbers } from './numbers';
import { typeDomains } from './relation';
import { keyOf, type Reference } from './place';
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
        if (place.symbol.truthOf) continue;
        const known = expected.get(keyOf(place)) ?? { place, origin: tested, parts: [], bounds: [] };
        expected.set(keyOf(place), known);
        known.bounds.push(...writtenNumbers(domain.numbers));
        known.parts.push(...expectedOf(domain, relations.length > 0));
      }
    }
  }
  return and(...[...expected.values()].map(demandOf));
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
      ? kept.map((domain) => (domain === valuesOf('number') ? { ...domain, numbers: countsUpTo(bounds) } : domain))
      : kept;
  const ways = domains.flatMap((domain) => waysInto(place, domain));
  return test({ node: origin.node, text: origin.text, ways: (outcome) => (outcome === 'true' ? ways : []) });
}
