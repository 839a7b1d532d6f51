import { anyValue, type IntrinsicFunction } from './signature';

/** `States.JsonToString(value)`: the value as compact JSON text. */
export const jsonToString: IntrinsicFunction = {
  name: 'States.JsonToString',
  parameters: [anyValue('value')],
  returns: 'string',
};
