import { number, type IntrinsicFunction } from './signature';

/** `States.MathAdd(first, second)`: the sum of two 32-bit integers; fractions are rounded first. */
export const mathAdd: IntrinsicFunction = {
  name: 'States.MathAdd',
  parameters: [number('first'), number('second')],
  returns: 'number',
};
