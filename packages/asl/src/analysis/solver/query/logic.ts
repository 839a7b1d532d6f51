import { nothing, numbersBy, only, type Domain } from '../domain';
import type { Way } from '../formula';
import { orderTerm } from '../string-term';
import { stringsBy } from '../strings';
import { keyOf, reference, type Origin } from '../place';
import { constant, constantOf, mayBeMissing, type Reading } from '../symbolic-value';
import { absenceWays, allWays, failureWays, waysInto } from '../ways';
import { casesOf } from './by-case';
import { callOf, evaluatedWith } from './concrete';
import { resultsOf, type Results } from './result';

/** Scalars that JSONata takes for true. */
const truthy: Domain = {
  ...nothing,
  booleans: [true],
  numbers: numbersBy([-1, 1], 0),
  strings: stringsBy(orderTerm([1], '')),
};

/** What JSONata takes for false, arrays with something in them aside. */
const falsy: Domain = {
  ...nothing,
  null: true,
  booleans: [false],
  numbers: numbersBy([0], 0),
  strings: stringsBy(orderTerm([0], '')),
  arrays: [0, 0],
};

/** Objects are true unless they are empty, arrays if one of their elements is. */
const containers: Domain = { ...nothing, objects: true, arrays: [1, Infinity] };

/** Whether a value is taken for true, as `and`, `or`, `? :`, `$not` and `$boolean` do. */
export function truthOf(reading: Reading, origin: Origin): Results {
  const value = constantOf(reading);
  const known = value === undefined ? undefined : evaluatedWith(callOf('boolean'), [value]);
  if (known) return resultsOf(known);
  const isFull = reading.kind === 'object' && [...reading.members.values()].some((member) => !mayBeMissing(member));
  if (isFull) return resultsOf(constant(true));
  return (result) => {
    switch (result) {
      case 'nothing':
        return absenceWays(reading);
      case 'fails':
        return failureWays(reading);
      default: {
        const doubt = { reason: 'whether an object or array counts as true depends on what is in it', node: origin };
        return [
          ...waysInto(reading, result === 'true' ? truthy : falsy, 'boolean'),
          ...waysInto(reading, containers).map((way) => ({ ...way, ...restrictedToo(way, reading, result), doubt })),
        ];
      }
    }
  };
}

/** It is not known which, but it is the same each time: a symbol of its own stands for it. */
function restrictedToo({ restrictions = [] }: Way, reading: Reading, result: 'true' | 'false'): Way {
  if (reading.kind !== 'reference') return {};
  const truth = reference({ id: `the truth of ${keyOf(reading)}`, truthOf: reading });
  return { restrictions: [...restrictions, { place: truth, domain: only(result === 'true') }] };
}

/** `and` of two truths. The right side is not looked at where the left one decides; nothing counts as false. */
export const conjunction =
  (left: Results, right: Results): Results =>
  (result) => {
    switch (result) {
      case 'true':
        return allWays(left('true'), right('true'));
      case 'false':
        return [
          ...left('false'),
          ...left('nothing'),
          ...allWays(left('true'), [...right('false'), ...right('nothing')]),
        ];
      case 'nothing':
        return [];
      case 'fails':
        return [...left('fails'), ...allWays(left('true'), right('fails'))];
    }
  };

export const disjunction =
  (left: Results, right: Results): Results =>
  (result) => {
    const through = [...left('false'), ...left('nothing')];
    switch (result) {
      case 'true':
        return [...left('true'), ...allWays(through, right('true'))];
      case 'false':
        return allWays(through, [...right('false'), ...right('nothing')]);
      case 'nothing':
        return [];
      case 'fails':
        return [...left('fails'), ...allWays(through, right('fails'))];
    }
  };

/** `condition ? then : otherwise`; undefined if there are too many cases. */
export const conditional = (condition: Results, then: Reading, otherwise: Reading): Reading | undefined =>
  casesOf([
    { when: condition('true'), value: then },
    { when: [...condition('false'), ...condition('nothing')], value: otherwise },
    { when: condition('fails'), value: { kind: 'failing' } },
  ]);
