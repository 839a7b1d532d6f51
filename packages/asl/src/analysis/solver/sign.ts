/** How a value lies to another one: below, equal, above. */
export type Sign = -1 | 0 | 1;

/** The orders that a comparison takes: `<=` is [-1, 0]. */
export type Signs = readonly Sign[];

/** The operators of JSONata that compare orders. */
export const orders: Readonly<Record<string, Signs>> = { '<': [-1], '<=': [-1, 0], '>': [1], '>=': [0, 1] };

export const otherSigns = (signs: Signs): Signs => ([-1, 0, 1] as const).filter((sign) => !signs.includes(sign));

/** The same comparison with its sides changed. */
export const flipped = (signs: Signs): Signs => signs.map((sign) => (0 - sign) as Sign);

export const commonSigns = (left: Signs, right: Signs): Signs => left.filter((sign) => right.includes(sign));

export const signOf = (order: number): Sign => (order < 0 ? -1 : order > 0 ? 1 : 0);
