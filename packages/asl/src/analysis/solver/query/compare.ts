import type { ValueKind } from '../../../expressions';
import type { Json } from '../../../text/located';
import { absent, anything, arraysOf, common, only, present, type Domain } from '../domain';
import type { Way } from '../formula';
import { allBut, foreignDomains, typeDomains, valuesRelated } from '../relation';
import { flipped, orders, otherSigns, type Signs } from '../sign';
import { keyOf, type Reference } from '../place';
import { constantOf, type Reading } from '../symbolic-value';
import { absenceWays, allWays, failureWays, presenceWays, waysInto } from '../ways';
import { evaluatedWith, operationOf } from './concrete';
import { resultsOf, type Result } from './result';

export const isComparison = (operator: string): boolean =>
  operator === '=' || operator === '!=' || Object.hasOwn(orders, operator);

/** The ways in which `= != < <= > >=` end so; undefined where it is not known what decides it. */
export function comparisonWays(
  operator: string,
  left: Reading,
  right: Reading,
  result: Result,
): readonly Way[] | undefined {
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (side.kind !== 'cases') continue;
    const ways = side.cases.map(({ when, value }) => {
      const inner = comparisonWays(
        operator,
        ...(side === left ? ([value, other] as const) : ([other, value] as const)),
        result,
      );
      return inner && allWays(when, inner);
    });
    return ways.every((each) => each !== undefined) ? ways.flat() : undefined;
  }
  if (left.kind === 'failing' || right.kind === 'failing') return result === 'fails' ? [{}] : [];
  const [first, second] = [knownOf(left), knownOf(right)];
  if (first && second) {
    const known = evaluatedWith(operationOf(operator), [first.value, second.value]);
    return known && resultsOf(known)(result);
  }
  const signs = orders[operator];
  const own = result === 'fails' ? [...failureWays(left), ...failureWays(right)] : [];
  const known = first ?? second;
  if (known) {
    const variable = first ? right : left;
    const ways = signs
      ? orderAgainst(known.value, first ? flipped(signs) : signs, variable, result)
      : equalityAgainst(known.value, operator === '=', variable, result);
    return ways && [...own, ...ways];
  }
  if (left.kind !== 'reference' || right.kind !== 'reference') return undefined;
  if (!signs) return equalityWays([left, right], operator === '=', result);
  return keyOf(left) === keyOf(right) ? undefined : orderWays([left, right], signs, result);
}

function knownOf(reading: Reading): { readonly value: Json | undefined } | undefined {
  if (reading.kind === 'missing') return { value: undefined };
  const value = constantOf(reading);
  return value === undefined ? undefined : { value };
}

/** `=` and `!=` are both false where one side is nothing. */
function equalityAgainst(
  known: Json | undefined,
  isTrueOfEqual: boolean,
  variable: Reading,
  result: Result,
): readonly Way[] | undefined {
  if (result === 'nothing' || result === 'fails') return [];
  if (known === undefined) return result === 'false' ? waysInto(variable, anything) : [];
  const sets = setsOf(known);
  if (!sets) return undefined;
  const domain = (result === 'true') === isTrueOfEqual ? sets.equal : sets.others;
  return waysInto(variable, { ...domain, absent: result === 'false' }, kindOf(known));
}

/** The values that equal a constant and those that do not, as far as domains can tell. */
function setsOf(known: Json): { readonly equal: Domain; readonly others: Domain } | undefined {
  if (typeof known !== 'object' || known === null) return { equal: only(known), others: allBut(known) };
  if (!Array.isArray(known) || known.length > 0) return undefined;
  return { equal: arraysOf(0, 0), others: { ...present, arrays: [1, Infinity] } };
}

const kindOf = (value: Json): ValueKind | undefined =>
  typeof value === 'object' ? undefined : (typeof value as 'boolean' | 'number' | 'string');

function orderAgainst(
  known: Json | undefined,
  signs: Signs,
  variable: Reading,
  result: Result,
): readonly Way[] | undefined {
  if (known === undefined) {
    if (result === 'nothing') return [absent, ...comparable].flatMap((domain) => waysInto(variable, domain));
    return result === 'fails' ? waysInto(variable, incomparable) : [];
  }
  const type = typeof known === 'number' ? 'Numeric' : typeof known === 'string' ? 'String' : undefined;
  // What has no order fails whatever the other side is.
  if (!type) return result === 'fails' ? [{}] : [];
  switch (result) {
    case 'nothing':
      return absenceWays(variable);
    case 'fails':
      return waysInto(variable, foreignDomains[type], kindOf(known));
    default:
      return waysInto(
        variable,
        valuesRelated(type, result === 'true' ? signs : otherSigns(signs), known),
        kindOf(known),
      );
  }
}

/** `reading in [...]`; undefined where not all the values are known, or some are no scalars. */
export function membershipWays(reading: Reading, values: Json | undefined, result: Result): readonly Way[] | undefined {
  const list = Array.isArray(values) ? (values as readonly Json[]) : values === undefined ? [] : [values];
  // Objects and arrays are compared by identity.
  if (list.some((value) => typeof value === 'object' && value !== null)) return undefined;
  switch (result) {
    case 'true':
      return list.flatMap((value) => waysInto(reading, only(value), kindOf(value)));
    case 'false':
      return waysInto(reading, list.map((value) => ({ ...allBut(value), absent: true })).reduce(common, anything));
    case 'nothing':
      return [];
    case 'fails':
      return failureWays(reading);
  }
}

type Sides = readonly [Reference, Reference];

function equalityWays([left, right]: Sides, isTrueOfEqual: boolean, result: Result): readonly Way[] {
  if (result === 'nothing' || result === 'fails') return [];
  const isSame = keyOf(left) === keyOf(right);
  const wanted: Signs = (result === 'true') === isTrueOfEqual ? [0] : [-1, 1];
  const both = allWays(presenceWays(left), presenceWays(right));
  const related = isSame
    ? wanted.length === 1
      ? both
      : []
    : allWays(both, [{ relations: [{ type: 'Json', left, right, signs: wanted }] }]);
  if (result === 'true') return related;
  return [...related, ...absenceWays(left), ...allWays(presenceWays(left), absenceWays(right))];
}

const comparable: readonly Domain[] = [typeDomains.Numeric, typeDomains.String];
const incomparable: Domain = { ...present, numbers: [], strings: foreignDomains.String.strings };

function orderWays(sides: Sides, signs: Signs, result: Result): readonly Way[] {
  if (result === 'nothing') return nothingWays(sides);
  if (result === 'fails') return incomparableWays(sides);
  const [left, right] = sides;
  return (['Numeric', 'String'] as const).flatMap((type) => {
    const about = type === 'Numeric' ? 'number' : 'string';
    const relations = [{ type, left, right, signs: result === 'true' ? signs : otherSigns(signs) }];
    return allWays(waysInto(left, typeDomains[type], about), waysInto(right, typeDomains[type], about), [
      { relations },
    ]);
  });
}

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
