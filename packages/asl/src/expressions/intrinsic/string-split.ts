import { string, type IntrinsicFunction } from './signature';

/** `States.StringSplit(text, characters)`: the pieces between any of the characters; empty pieces are dropped. */
export const stringSplit: IntrinsicFunction = {
  name: 'States.StringSplit',
  parameters: [string('text'), string('characters')],
  returns: 'array',
};
