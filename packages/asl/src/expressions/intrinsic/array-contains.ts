import { anyValue, array, type IntrinsicFunction } from './signature';

/** `States.ArrayContains(array, value)`: whether an element equals the value, deeply. */
export const arrayContains: IntrinsicFunction = {
  name: 'States.ArrayContains',
  parameters: [array('array'), anyValue('value')],
  returns: 'boolean',
};
