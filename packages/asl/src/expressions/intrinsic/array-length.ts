import { array, type IntrinsicFunction } from './signature';

/** `States.ArrayLength(array)` */
export const arrayLength: IntrinsicFunction = {
  name: 'States.ArrayLength',
  parameters: [array('array')],
  returns: 'number',
};
