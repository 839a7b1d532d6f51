import { canonicalText } from '../json/equality';
import { array, defineIntrinsic } from './signature';

/** `States.ArrayUnique(array)`: the array without repeated elements, compared deeply; the first of each stays. */
export const arrayUnique = defineIntrinsic({
  name: 'States.ArrayUnique',
  parameters: [array('array')],
  returns: 'array',
  evaluate: ([items]) => {
    const seen = new Set<string>();
    return items.filter((item) => {
      const text = canonicalText(item);
      return !seen.has(text) && seen.add(text);
    });
  },
});
