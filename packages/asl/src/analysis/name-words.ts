/** The words of a name that a person chose, in lower case: `chargeCard`, `charge-card` and `Charge card?` have the same. */
export const wordsOfName = (name: string): readonly string[] =>
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
