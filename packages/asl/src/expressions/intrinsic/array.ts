import { anyValue, type IntrinsicFunction } from './signature';

/** `States.Array(value, ...)`: an array of the values, empty without arguments. */
export const array: IntrinsicFunction = {
  name: 'States.Array',
  parameters: [],
  rest: anyValue('value'),
  returns: 'array',
};
