import { nothing, type Domain } from '../domain';
import type { Way } from '../formula';
import type { Json } from '../../../text/located';
import { reference, type Computation, type FreeSymbol, type Reference } from '../place';
import { failing, type Reading } from '../symbolic-value';

/** The member that holds the value of an expression. */
export const valueMember = 'value';

/**
 * What an expression gives, as one JSON value: `{"value": ...}`, an empty object where it gives nothing, null where it fails.
 * That makes a symbol of it that the store can keep domains of as of any other.
 */
export function outcomeJson(outcome: Reading | undefined): Json | undefined {
  switch (outcome?.kind) {
    case 'constant':
      return { [valueMember]: outcome.value };
    case 'missing':
      return {};
    case 'failing':
      return null;
    default:
      return undefined;
  }
}

const succeeded: Domain = { ...nothing, objects: true };
const failed: Domain = { ...nothing, null: true };

interface Possible {
  readonly possible: Domain;
  readonly mayFail: boolean;
}

/** The value of a computation, of which it is known what it can be at all. */
export function outcomeOf(id: string, computation: Computation, { possible, mayFail }: Possible): Reading {
  const symbol: FreeSymbol = { id, computation };
  const whole = reference(symbol);
  const value: Reference = { ...whole, path: [valueMember] };
  const where = (place: Reference, domain: Domain): Way => ({ restrictions: [{ place, domain }] });
  return {
    kind: 'cases',
    cases: [
      {
        when: [
          {
            restrictions: [
              { place: whole, domain: succeeded },
              { place: value, domain: possible },
            ],
          },
        ],
        value,
      },
      ...(mayFail ? [{ when: [where(whole, failed)], value: failing }] : []),
    ],
  };
}
