import type { IntrinsicFunction } from './signature';

/** `States.UUID()`: a random UUID, version 4. */
export const uuid: IntrinsicFunction = {
  name: 'States.UUID',
  parameters: [],
  returns: 'string',
};
