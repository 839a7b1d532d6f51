import type { Mock } from '../tasks/mock';

/**
 * One mock after the other; there must be at least one. By halves, for `then` copies both sides: one by one would cost
 * time in the square of their number.
 */
export function inSequence(mocks: readonly Mock[]): Mock {
  if (mocks.length === 1) return mocks[0]!;
  const middle = mocks.length >> 1;
  return inSequence(mocks.slice(0, middle)).then(inSequence(mocks.slice(middle)));
}
