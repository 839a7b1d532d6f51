import { partition } from '../functions/partition';
import { array, defineIntrinsic, IntrinsicFault, number } from './signature';

/** `States.ArrayPartition(array, size)`: the array in pieces of `size` elements, a positive number. */
export const arrayPartition = defineIntrinsic({
  name: 'States.ArrayPartition',
  parameters: [
    array('array'),
    number('size', (value) =>
      typeof value === 'number' && value <= 0 ? 'is not positive; use a size of 1 or more' : undefined,
    ),
  ],
  returns: 'array',
  evaluate: ([items, size]) =>
    size > 0 ? partition(items, size) : new IntrinsicFault('The size is rounded to 0; use a size of 1 or more'),
});
