import { array, number, type IntrinsicFunction } from './signature';

/** `States.ArrayPartition(array, size)`: the array in pieces of `size` elements, a positive number. */
export const arrayPartition: IntrinsicFunction = {
  name: 'States.ArrayPartition',
  parameters: [
    array('array'),
    number('size', (argument) =>
      argument.kind === 'number' && argument.value <= 0 ? 'is not positive; use a size of 1 or more' : undefined,
    ),
  ],
  returns: 'array',
};
