import type { PathReading } from './read-path';

/**
 * What becomes of a node that is undefined: so is the whole expression, which fails the state; or it is left out of what
 * is made; or it is asked whether it is there; or it is only looked at where something has been tested before.
 */
export type Use = 'whole' | 'part' | 'test' | 'guarded';

export const partOf = (use: Use): Use => (use === 'whole' ? 'part' : use);

/** To ask for what is not there is what tests are for, but for members that no result can have. */
export const isTold = (use: Use, { missing, gap }: PathReading): boolean =>
  use === 'whole' || use === 'part' || (missing === 'sure' && gap?.isModelled === true);
