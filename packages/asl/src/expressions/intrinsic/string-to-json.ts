import { readJson } from '../json/read-json';
import { defineIntrinsic, IntrinsicFault, string } from './signature';

/** `States.StringToJson(text)`: the value that the JSON text says; null for a blank text (recorded). */
export const stringToJson = defineIntrinsic({
  name: 'States.StringToJson',
  parameters: [string('text')],
  returns: undefined,
  evaluate: ([text]) => {
    if (text.trim() === '') return null;
    const value = readJson(text);
    if (value !== undefined) return value;
    return new IntrinsicFault('The text is not JSON; pass what "States.JsonToString" writes');
  },
});
