import { javaRandom } from '../java/random';
import { defineIntrinsic, int32, IntrinsicFault, number, optional } from './signature';

/**
 * `States.MathRandom(low, high, seed?)`: an integer from low to high, high excluded; the same for the same seed. Which
 * number a seed gives on AWS is unverified; here it is made from the `java.util.Random` that JSONata's `$random` has.
 */
export const mathRandom = defineIntrinsic({
  name: 'States.MathRandom',
  parameters: [int32('low'), int32('high'), optional(number('seed'))],
  returns: 'number',
  evaluate: ([low, high, seed], { environment }) => {
    if (low >= high) return new IntrinsicFault(`No number lies between ${low} and ${high}; pass the smaller one first`);
    const random = seed === undefined ? environment.random() : javaRandom(seed);
    return low + Math.floor(random * (high - low));
  },
});
