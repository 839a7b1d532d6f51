/** The words of a name that a person chose, in lower case: `chargeCard`, `charge-card` and `Charge card?` have the same. */
const wordsOfName = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];

const undoing = new Set(
  'cancel compensate compensation free refund release restore reverse revert rollback undo unbook unreserve void'.split(
    ' ',
  ),
);

/** Whether a state is called what undoes something, and so has to know what: `Refund`, `cancelHotel`, `Roll back`. */
export function isCompensation({ name }: { readonly name: string }): boolean {
  const [first = '', second] = wordsOfName(name);
  return undoing.has(first) || (first === 'roll' && second === 'back');
}

const reading = new Set(
  'calculate check compute describe fetch find get is list look lookup query read validate verify'.split(' '),
);

/** Whether a state is called what only reads: `Get order`, `isValid`; not `Check out`, `Find or create user`. */
export function isCalledReader({ name }: { readonly name: string }): boolean {
  const [first = '', ...others] = wordsOfName(name);
  if (!reading.has(first) || others.some((word) => ['and', 'or', 'then'].includes(word))) return false;
  return !(first === 'check' && (others[0] === 'in' || others[0] === 'out'));
}
