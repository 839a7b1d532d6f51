import { toHaveVisited } from './to-have-visited';

/** All matchers, for `expect.extend`. */
export const matchers = {
  toHaveVisited,
};
