import { defineIntrinsic } from './signature';

/** `States.UUID()`: a random UUID, version 4. */
export const uuid = defineIntrinsic({
  name: 'States.UUID',
  parameters: [],
  returns: 'string',
  evaluate: (_, { environment }) => environment.uuid(),
});
