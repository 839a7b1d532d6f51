import { anyValue, defineIntrinsic } from './signature';

/** `States.Array(value, ...)`: an array of the values, empty without arguments. */
export const array = defineIntrinsic({
  name: 'States.Array',
  parameters: [],
  rest: anyValue('value'),
  returns: 'array',
  evaluate: (_, { rest }) => rest,
});
