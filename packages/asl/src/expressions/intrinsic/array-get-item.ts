import { array, number, type IntrinsicFunction } from './signature';

/** `States.ArrayGetItem(array, index)`: the element at the index, counted from 0; outside the array it fails. */
export const arrayGetItem: IntrinsicFunction = {
  name: 'States.ArrayGetItem',
  parameters: [
    array('array'),
    number('index', (argument) =>
      argument.kind === 'number' && argument.value <= -1 ? 'is negative; count from 0' : undefined,
    ),
  ],
  returns: undefined,
};
