import { array, defineIntrinsic, IntrinsicFault, number } from './signature';

/** `States.ArrayGetItem(array, index)`: the element at the index, counted from 0; outside the array it fails. */
export const arrayGetItem = defineIntrinsic({
  name: 'States.ArrayGetItem',
  parameters: [
    array('array'),
    number('index', (value) => (typeof value === 'number' && value <= -1 ? 'is negative; count from 0' : undefined)),
  ],
  returns: undefined,
  evaluate: ([items, index]) =>
    items[index] ??
    (index < items.length
      ? null
      : new IntrinsicFault(`The array has no element ${index}; its ${items.length} elements are counted from 0`)),
});
