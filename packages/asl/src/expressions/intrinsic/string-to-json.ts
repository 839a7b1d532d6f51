import { string, type IntrinsicFunction } from './signature';

/** `States.StringToJson(text)`: the value that the JSON text says; null for a blank text (recorded). */
export const stringToJson: IntrinsicFunction = {
  name: 'States.StringToJson',
  parameters: [string('text')],
  returns: undefined,
};
