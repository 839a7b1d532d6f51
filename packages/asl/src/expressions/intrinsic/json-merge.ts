import { boolean, object, type IntrinsicFunction } from './signature';

/** `States.JsonMerge(first, second, deep)`: one object, where the second wins. The service has no deep mode. */
export const jsonMerge: IntrinsicFunction = {
  name: 'States.JsonMerge',
  parameters: [
    object('first'),
    object('second'),
    boolean('deep', (argument) =>
      argument.kind === 'boolean' && argument.value ? 'is true, and only shallow merges exist; use false' : undefined,
    ),
  ],
  returns: 'object',
};
