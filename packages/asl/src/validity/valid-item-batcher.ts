import { descendantsOf, ItemBatcher } from '../syntax';
import { atName, schema, type ValidityCheck } from './problem';

const limits = ['MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'];

/** At least one limit is required, or nothing would be batched (developer guide). AWS's words are (unverified). */
export const validItemBatcher: ValidityCheck = function* (machine) {
  for (const batcher of descendantsOf(machine)) {
    if (!(batcher instanceof ItemBatcher) || batcher.hasUnknownFields || limits.some((name) => batcher.has(name)))
      continue;
    yield {
      message: 'An "ItemBatcher" needs a limit; add "MaxItemsPerBatch" or "MaxInputBytesPerBatch"',
      range: atName(batcher),
      aws: schema(`One of these fields is required: [${limits.join(', ')}]`, batcher.location),
    };
  }
};
