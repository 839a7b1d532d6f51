import { array, defineIntrinsic } from './signature';

/** `States.ArrayLength(array)` */
export const arrayLength = defineIntrinsic({
  name: 'States.ArrayLength',
  parameters: [array('array')],
  returns: 'number',
  evaluate: ([items]) => items.length,
});
