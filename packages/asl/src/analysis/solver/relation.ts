import type { Json } from '../../text/located';
import { anything, common, nothing, numbersBy, only, present, valuesOf, type Domain } from './domain';
import type { Relation, RelationType } from './formula';
import { instantOf, instantOrder } from './instants';
import { signsBetween, valuesBy } from './intervals';
import { flipped, otherSigns, signOf, type Signs } from './sign';
import { orderTerm } from './string-term';
import { everyString, noString, stringsBy } from './strings';

/** All values of a type. */
export const typeDomains: Readonly<Record<RelationType, Domain>> = {
  String: valuesOf('string'),
  Numeric: valuesOf('number'),
  Timestamp: { ...nothing, strings: { ...everyString, hasOthers: false } },
  Boolean: valuesOf('boolean'),
  Json: present,
};

/** All values that are not of a type. */
export const foreignDomains: Readonly<Record<RelationType, Domain>> = {
  String: { ...present, strings: noString },
  Numeric: { ...present, numbers: [] },
  Timestamp: { ...present, strings: { ...everyString, instants: [] } },
  Boolean: { ...present, booleans: [] },
  Json: nothing,
};

/** The values of a type that lie to a constant by one of the signs; none if the constant is not of that type. */
export function valuesRelated(type: RelationType, signs: Signs, constant: Json): Domain {
  switch (type) {
    case 'String':
      return typeof constant === 'string' ? { ...nothing, strings: stringsBy(orderTerm(signs, constant)) } : nothing;
    case 'Numeric':
      return typeof constant === 'number' ? { ...nothing, numbers: numbersBy(signs, constant) } : nothing;
    case 'Timestamp': {
      const instant = typeof constant === 'string' ? instantOf(constant) : undefined;
      if (instant === undefined) return nothing;
      const instants = valuesBy(instantOrder, signs, instant);
      return { ...nothing, strings: { ...everyString, hasOthers: false, instants } };
    }
    case 'Boolean':
      return typeof constant === 'boolean' ? { ...nothing, booleans: booleansBy(signs, constant) } : nothing;
    case 'Json':
      return signs.includes(0) ? only(constant) : allBut(constant);
  }
}

const booleansBy = (signs: Signs, constant: boolean): boolean[] =>
  [true, false].filter((value) => signs.includes(signOf(Number(value) - Number(constant))));

/** Every value that differs from a scalar; of objects and arrays it is not known which do. */
export function allBut(constant: Json): Domain {
  const signs = otherSigns([0]);
  switch (typeof constant) {
    case 'string':
      return { ...present, strings: stringsBy(orderTerm(signs, constant)) };
    case 'number':
      return { ...present, numbers: numbersBy(signs, constant) };
    case 'boolean':
      return { ...present, booleans: [!constant] };
    default:
      return constant === null ? { ...present, null: false } : present;
  }
}

/** The values of one side once that of the other is known. */
export function valuesOpposite({ type, signs }: Relation, side: 'left' | 'right', value: Json): Domain {
  return valuesRelated(type, side === 'left' ? flipped(signs) : signs, value);
}

/** What the two sides may have in common, for a relation that holds of equal values only; else anything. */
export function sharedDomain({ type, signs }: Relation, left: Domain, right: Domain): Domain {
  if (signs.length !== 1 || signs[0] !== 0) return anything;
  if (type !== 'Timestamp') return common(left, right);
  const { strings } = common(left, right);
  // Equal instants may be written differently.
  return { ...nothing, strings: { ...everyString, hasOthers: false, instants: strings.instants } };
}

/** Whether the ranges of the two sides leave no value that lies to another one by the signs. */
export function isOutOfRange({ type, signs }: Relation, left: Domain, right: Domain): boolean {
  const between =
    type === 'Numeric'
      ? signsBetween(left.numbers, right.numbers)
      : type === 'Timestamp'
        ? signsBetween(left.strings.instants, right.strings.instants)
        : undefined;
  return between !== undefined && !signs.some((sign) => between.includes(sign));
}
