import { array, type IntrinsicFunction } from './signature';

/** `States.ArrayUnique(array)`: the array without repeated elements, compared deeply; the first of each stays. */
export const arrayUnique: IntrinsicFunction = {
  name: 'States.ArrayUnique',
  parameters: [array('array')],
  returns: 'array',
};
