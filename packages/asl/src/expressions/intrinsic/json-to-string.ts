import { writeJson } from '../json/write-json';
import { anyValue, defineIntrinsic, IntrinsicFault } from './signature';

/** `States.JsonToString(value)`: the value as compact JSON text. */
export const jsonToString = defineIntrinsic({
  name: 'States.JsonToString',
  parameters: [anyValue('value')],
  returns: 'string',
  evaluate: ([value]) => writeJson(value) ?? new IntrinsicFault('The value is nested too deeply; pass a part of it'),
});
