import { nothing, numbersBy, type Domain } from './domain';
import { test, type Formula, type Outcome } from './formula';
import type { Site } from './jsonata-comparison';
import { orderTerm } from './string-term';
import { stringsBy } from './strings';
import type { Reading } from './symbolic-value';
import { absenceWays, waysInto } from './ways';

/** Scalars that JSONata takes for true. */
const truthy: Domain = {
  ...nothing,
  booleans: [true],
  numbers: numbersBy([-1, 1], 0),
  strings: stringsBy(orderTerm([1], '')),
};

/** Scalars that JSONata takes for false. */
const falsy: Domain = {
  ...nothing,
  null: true,
  booleans: [false],
  numbers: numbersBy([0], 0),
  strings: stringsBy(orderTerm([0], '')),
};

/** Objects are true unless they are empty, arrays if one of their elements is. */
const containers: Domain = { ...nothing, objects: true, arrays: [0, Infinity] };

/** Whether a value is taken for true, as `and`, `or`, `$not` and `$boolean` do. */
export function truthTest({ field, text }: Site, reading: Reading, whenNothing: Outcome): Formula {
  const doubt = { reason: 'whether an object or array counts as true depends on what is in it', node: field };
  return test({
    node: field,
    text,
    ways: (outcome) => {
      const byNothing = whenNothing === outcome ? absenceWays(reading) : [];
      if (outcome === 'fails') return byNothing;
      return [
        ...waysInto(reading, outcome === 'true' ? truthy : falsy, 'boolean'),
        ...byNothing,
        ...waysInto(reading, containers).map((way) => ({ ...way, doubt })),
      ];
    },
  });
}
