import { equalJson } from '../json/equality';
import { anyValue, array, defineIntrinsic } from './signature';

/** `States.ArrayContains(array, value)`: whether an element equals the value, deeply. */
export const arrayContains = defineIntrinsic({
  name: 'States.ArrayContains',
  parameters: [array('array'), anyValue('value')],
  returns: 'boolean',
  evaluate: ([items, value]) => items.some((item) => equalJson(item, value)),
});
