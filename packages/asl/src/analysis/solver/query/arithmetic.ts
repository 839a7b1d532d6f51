import { absent, nothing, present, type Domain } from '../domain';
import type { Origin, Reference } from '../place';
import { failing, missing, unknown, type Derived, type Reading } from '../symbolic-value';
import { foreignDomains, typeDomains } from '../relation';
import { knownShape } from '../ways';
import { byDomain, eachValue } from './by-case';
import { evaluatedWith, operationOf } from './concrete';
import { derive } from './derive';
import { finiteParts, from, preimage, type Monotone } from './monotone';

const operations: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

export const isArithmetic = (operator: string): boolean => operator === '%' || Object.hasOwn(operations, operator);

/** `+ - * / %` where one side at most is not known; undefined where it takes more to tell. */
export const calculated = (operator: string, left: Reading, right: Reading, origin: Origin): Reading | undefined =>
  eachValue(left, (first) => eachValue(right, (second) => ofTwo(operator, first, second, origin)));

function ofTwo(operator: string, left: Reading, right: Reading, origin: Origin): Reading | undefined {
  if (left.kind === 'failing' || right.kind === 'failing') return failing;
  const [first, second] = [knownShape(left), knownShape(right)];
  if (first && second) return evaluatedWith(operationOf(operator), [first.value, second.value]);
  const known = (first ?? second)?.value;
  if (!first && !second) return undefined;
  const variable = first ? right : left;
  if (known === undefined) {
    return byDomain(variable, [
      [{ ...typeDomains.Numeric, absent: true }, missing],
      [foreignDomains.Numeric, failing],
    ]);
  }
  if (typeof known !== 'number') return failing;
  const monotone = monotoneOf(operator, known, first ? 'left' : 'right');
  return monotone && applied(monotone, variable, origin);
}

function monotoneOf(operator: string, known: number, side: 'left' | 'right'): Monotone | undefined {
  const operation = Object.hasOwn(operations, operator) ? operations[operator] : undefined;
  if (!operation) return undefined;
  const of = (value: number) => (side === 'left' ? operation(known, value) : operation(value, known));
  switch (operator) {
    case '+':
      return { rises: true, of };
    case '-':
      return { rises: side === 'right', of };
    default:
      return known === 0 || (operator === '/' && side === 'left') ? undefined : { rises: known > 0, of };
  }
}

/** `-x` */
export const negated = (reading: Reading, origin: Origin): Reading | undefined =>
  eachValue(reading, (value) => applied({ rises: false, of: (number) => -number }, value, origin));

/** `$floor` and `$ceil`, which take a number or nothing. */
export const roundings: Readonly<Record<string, Monotone>> = {
  floor: { rises: true, of: Math.floor },
  ceil: { rises: true, of: Math.ceil },
};

/** What the function makes of a number; nothing stays nothing, and anything else fails. */
export function applied(monotone: Monotone, reading: Reading, origin: Origin): Reading | undefined {
  return ofNumber(reading, (number) => {
    const { finite, infinite } = finiteParts(monotone);
    const made = derive(number, {
      is: 'number',
      from: finite,
      preimages: ({ numbers }) => [{ ...nothing, numbers: preimage(monotone, numbers) }],
      make: (value) => monotone.of(value as number),
    });
    // An infinite number may be compared, but neither be calculated with nor written.
    const tooLarge = { ...unknown('a number is too large', origin, 'number'), mayFail: true };
    return [[finite, made], ...infinite.map((domain): Part => [domain, tooLarge])];
  });
}

type Part = readonly [domain: Domain, value: Reading];

/** `$abs` */
export const absolute = (reading: Reading): Reading | undefined =>
  ofNumber(reading, (number) => [
    [
      typeDomains.Numeric,
      derive(number, {
        is: 'number',
        from: typeDomains.Numeric,
        preimages: ({ numbers }) => {
          const positive = from(numbers, 0);
          const negative = positive.map(([low, high]) => [-high, -low] as const).toReversed();
          return [positive, negative].map((both): Domain => ({ ...nothing, numbers: both }));
        },
        make: (value) => Math.abs(value as number),
      }),
    ],
  ]);

/** Something that is made of a number: nothing stays nothing, and anything else fails. */
function ofNumber(reading: Reading, parts: (number: Reference | Derived) => readonly Part[]): Reading | undefined {
  return eachValue(reading, (value) => {
    if (value.kind === 'failing' || value.kind === 'missing') return value;
    if (value.kind === 'derived' && value.is !== 'number') return failing;
    if (value.kind !== 'reference' && value.kind !== 'derived') return undefined;
    return byDomain(value, [...parts(value), [absent, missing], [{ ...present, numbers: [] }, failing]]);
  });
}
