import { descendantsOf, ItemBatcher } from '../syntax';
import { atName, quoted, schema, type ValidityCheck } from './problem';

const limits = ['MaxItemsPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'];

/** A batcher without a limit batches nothing (developer guide: at least one is required). */
export const validItemBatcher: ValidityCheck = function* (machine) {
  for (const batcher of descendantsOf(machine)) {
    if (!(batcher instanceof ItemBatcher) || limits.some((name) => batcher.has(name))) continue;
    yield {
      message: `An "ItemBatcher" needs a limit; add ${quoted(['MaxItemsPerBatch', 'MaxInputBytesPerBatch'], 'or')}`,
      range: atName(batcher),
      aws: schema(`One of these fields is required: [${limits.join(', ')}]`, batcher.location),
    };
  }
};
