import { number, type IntrinsicFunction } from './signature';

/** `States.MathRandom(low, high, seed?)`: an integer from low to high, high excluded; the same for the same seed. */
export const mathRandom: IntrinsicFunction = {
  name: 'States.MathRandom',
  parameters: [number('low'), number('high'), number('seed')],
  optional: 1,
  returns: 'number',
};
