import { boolean, defineIntrinsic, object } from './signature';

/** `States.JsonMerge(first, second, deep)`: one object, where the second wins. The service has no deep mode. */
export const jsonMerge = defineIntrinsic({
  name: 'States.JsonMerge',
  parameters: [
    object('first'),
    object('second'),
    boolean('deep', (value) => (value === true ? 'is true, and only shallow merges exist; use false' : undefined)),
  ],
  returns: 'object',
  evaluate: ([first, second]) => ({ ...first, ...second }),
});
