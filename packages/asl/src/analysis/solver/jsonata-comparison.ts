import type { ValueKind } from '../../expressions';
import type { Json } from '../../text/located';
import type { Field } from '../../syntax';
import { absent, common, nothing, numbersBy, only, present, valuesOf, type Domain } from './domain';
import { or, test, type Formula, type Outcome, type Way } from './formula';
import type { QueryRoots } from './query-reading';
import { lengthsIn } from './read-path';
import { allBut, foreignDomains, typeDomains, valuesRelated } from './relation';
import { flipped, otherSigns, type Signs } from './sign';
import { keyOf } from './store';
import { constantOf, type Reading, type Reference } from './symbolic-value';
import { absenceWays, allWays, presenceWays, waysInto } from './ways';

/** A JSONata condition: its field, what it can refer to, and its text. */
export interface Site {
  readonly roots: QueryRoots;
  readonly field: Field;
  readonly text: string;
}

/** The values for which a test comes to each outcome, absence aside. */
type Outcomes = Readonly<Record<Outcome, Domain>>;

/** A test of one value. `whenNothing` is the outcome where there is none. */
export function valueTest(
  { field, text }: Site,
  reading: Reading,
  outcomes: Outcomes,
  { whenNothing, about }: { readonly whenNothing: Outcome; readonly about?: ValueKind | undefined },
): Formula {
  return test({
    node: field,
    text,
    ways: (outcome) => waysInto(reading, { ...outcomes[outcome], absent: whenNothing === outcome }, about),
  });
}

const orders: Readonly<Record<string, Signs>> = { '<': [-1], '<=': [-1, 0], '>': [1], '>=': [0, 1] };

/** `= != < <= > >=` between two values that are read; undefined where we do not know what the operator does with them. */
export function comparisonOf(
  site: Site,
  operator: string,
  [left, right]: readonly [Reading, Reading],
  whenNothing: Outcome,
): Formula | undefined {
  const signs = orders[operator];
  if (!signs && operator !== '=' && operator !== '!=') return undefined;
  const [leftConstant, rightConstant] = [constantOf(left), constantOf(right)];
  if (rightConstant !== undefined) return againstConstant(site, operator, left, rightConstant, whenNothing, signs);
  if (leftConstant !== undefined) {
    return againstConstant(site, operator, right, leftConstant, whenNothing, signs && flipped(signs));
  }
  if (left.kind !== 'reference' || right.kind !== 'reference') return undefined;
  const sides = [left, right] as const;
  if (!signs) return pairTest(site, (outcome) => equalityWays(sides, outcome, operator === '='));
  if (keyOf(left) === keyOf(right)) return undefined;
  return pairTest(site, (outcome) => [
    ...(outcome === 'fails'
      ? incomparableWays(sides)
      : orderWays(sides, outcome === 'true' ? signs : otherSigns(signs))),
    ...(outcome === whenNothing ? nothingWays(sides) : []),
  ]);
}

const pairTest = ({ field: node, text }: Site, ways: (outcome: Outcome) => readonly Way[]): Formula =>
  test({ node, text, ways });

function againstConstant(
  site: Site,
  operator: string,
  reading: Reading,
  constant: Json,
  whenNothing: Outcome,
  signs: Signs | undefined,
): Formula | undefined {
  if (typeof constant === 'object' && constant !== null) return undefined;
  if (!signs)
    return equalityTest(site, operator, reading, { equal: only(constant), others: allBut(constant) }, constant);
  const type = typeof constant === 'number' ? 'Numeric' : typeof constant === 'string' ? 'String' : undefined;
  if (!type) return undefined;
  const outcomes = {
    true: valuesRelated(type, signs, constant),
    false: valuesRelated(type, otherSigns(signs), constant),
    fails: foreignDomains[type],
  };
  return valueTest(site, reading, outcomes, { whenNothing, about: kindOf(constant) });
}

const kindOf = (value: Json): ValueKind | undefined =>
  typeof value === 'object' ? undefined : (typeof value as 'boolean' | 'number' | 'string');

/** `=` and `!=` are both false where one side is nothing. */
function equalityTest(
  site: Site,
  operator: string,
  reading: Reading,
  { equal, others }: { readonly equal: Domain; readonly others: Domain },
  example: Json,
): Formula {
  const outcomes = {
    true: operator === '=' ? equal : others,
    false: operator === '=' ? others : equal,
    fails: nothing,
  };
  return valueTest(site, reading, outcomes, { whenNothing: 'false', about: kindOf(example) });
}

/** `reading in [...]` */
export function membershipTest(site: Site, reading: Reading, values: readonly Json[]): Formula | undefined {
  // Objects and arrays are never in an array: they are compared by identity.
  const scalars = values.filter((value) => typeof value !== 'object' || value === null);
  if (scalars.length < values.length) return undefined;
  return or(
    ...scalars.map((value) => equalityTest(site, '=', reading, { equal: only(value), others: allBut(value) }, value)),
  );
}

/** `$count(reading) > 0`: nothing counts 0, and what is no array counts 1. */
export function countTest(site: Site, operator: string, reading: Reading, constant: Json): Formula | undefined {
  const signs = operator === '=' ? [0 as const] : operator === '!=' ? otherSigns([0]) : orders[operator];
  if (!signs || typeof constant !== 'number') return undefined;
  return pairTest(site, (outcome) => {
    if (outcome === 'fails') return [];
    const counts = { ...nothing, numbers: numbersBy(outcome === 'true' ? signs : otherSigns(signs), constant) };
    const has = (count: number) => common(counts, only(count)).numbers.length > 0;
    return [
      ...lengthsIn(counts.numbers).flatMap((lengths) => waysInto(reading, lengths)),
      ...(has(0) ? absenceWays(reading) : []),
      ...(has(1) ? waysInto(reading, { ...present, arrays: undefined }) : []),
    ];
  });
}

const others: Readonly<Record<ValueKind, Domain>> = {
  array: { ...present, arrays: undefined },
  boolean: foreignDomains.Boolean,
  null: { ...present, null: false },
  number: foreignDomains.Numeric,
  object: { ...present, objects: false },
  string: foreignDomains.String,
};

/** `$type(reading) = 'string'`; the type of nothing is nothing. */
export function typeTest(site: Site, operator: string, reading: Reading, constant: Json): Formula | undefined {
  if (operator !== '=' && operator !== '!=') return undefined;
  const kind = typeof constant === 'string' && Object.hasOwn(others, constant) ? (constant as ValueKind) : undefined;
  const sets = kind ? { equal: valuesOf(kind), others: others[kind] } : { equal: nothing, others: present };
  return equalityTest(site, operator, reading, sets, null);
}

type Sides = readonly [Reference, Reference];

function equalityWays([left, right]: Sides, outcome: Outcome, isTrueOfEqual: boolean): readonly Way[] {
  if (outcome === 'fails') return [];
  const isSame = keyOf(left) === keyOf(right);
  const wanted: Signs = (outcome === 'true') === isTrueOfEqual ? [0] : [-1, 1];
  const both = allWays(presenceWays(left), presenceWays(right));
  const related = isSame
    ? wanted.length === 1
      ? both
      : []
    : allWays(both, [{ relations: [{ type: 'Json', left, right, signs: wanted }] }]);
  if (outcome === 'true') return related;
  return [...related, ...absenceWays(left), ...allWays(presenceWays(left), absenceWays(right))];
}

const comparable: readonly Domain[] = [typeDomains.Numeric, typeDomains.String];
const incomparable: Domain = { ...present, numbers: [], strings: nothing.strings };

const orderWays = ([left, right]: Sides, signs: Signs): readonly Way[] =>
  (['Numeric', 'String'] as const).flatMap((type) => {
    const about = type === 'Numeric' ? 'number' : 'string';
    const relations = [{ type, left, right, signs }];
    return allWays(waysInto(left, typeDomains[type], about), waysInto(right, typeDomains[type], about), [
      { relations },
    ]);
  });

const nothingWays = ([left, right]: Sides): readonly Way[] => [
  ...allWays(
    absenceWays(left),
    [absent, ...comparable].flatMap((domain) => waysInto(right, domain)),
  ),
  ...allWays(
    comparable.flatMap((domain) => waysInto(left, domain)),
    absenceWays(right),
  ),
];

const incomparableWays = ([left, right]: Sides): readonly Way[] => [
  ...waysInto(left, incomparable),
  ...allWays(
    [absent, ...comparable].flatMap((domain) => waysInto(left, domain)),
    waysInto(right, incomparable),
  ),
  ...allWays(waysInto(left, typeDomains.Numeric), waysInto(right, typeDomains.String)),
  ...allWays(waysInto(left, typeDomains.String), waysInto(right, typeDomains.Numeric)),
];
