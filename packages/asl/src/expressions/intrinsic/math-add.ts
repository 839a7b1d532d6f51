import { defineIntrinsic, int32 } from './signature';

/** `States.MathAdd(first, second)`: the sum of two 32-bit integers; fractions are rounded first. */
export const mathAdd = defineIntrinsic({
  name: 'States.MathAdd',
  parameters: [int32('first'), int32('second')],
  returns: 'number',
  evaluate: ([first, second]) => first + second,
});
