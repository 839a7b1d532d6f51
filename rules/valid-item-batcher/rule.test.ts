import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const batching = (ItemBatcher: unknown, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: { A: { Type: 'Map', ItemBatcher, End: true } },
});
const message = 'An "ItemBatcher" needs a limit; add "MaxItemsPerBatch" or "MaxInputBytesPerBatch"';
const jsonata = { QueryLanguage: 'JSONata' };

new AslRuleTester().run('valid-item-batcher', rule, {
  valid: [
    { definition: batching({ MaxItemsPerBatch: 100 }) },
    { definition: batching({ MaxItemsPerBatchPath: '$.size' }) },
    { definition: batching({ MaxInputBytesPerBatch: 131_072, BatchInput: { currency: 'EUR' } }) },
    { definition: batching({ MaxInputBytesPerBatchPath: '$.bytes' }) },
    { definition: batching({ MaxItemsPerBatch: '{% $size %}' }, jsonata) },
    { name: 'a wrong type is for another rule', definition: batching('all') },
    { name: 'no batcher', definition: { StartAt: 'A', States: { A: { Type: 'Map', End: true } } } },
    {
      name: 'placeholders',
      code: '{"StartAt":"A","States":{"A":{"Type":"Map","ItemBatcher":${batcher}},"B":{"Type":"Map","ItemBatcher":{"MaxItemsPerBatch":${size}}}}}',
    },
  ],
  invalid: [
    { definition: batching({}), errors: [{ message, at: '/States/A/ItemBatcher', part: 'key' }] },
    {
      name: 'only an input, in JSONata',
      definition: batching({ BatchInput: { currency: 'EUR' } }, jsonata),
      errors: [{ message, at: '/States/A/ItemBatcher', part: 'key' }],
    },
    {
      name: 'in a Map inside a Map, in a state called __proto__, with names of the prototype',
      code: '{"StartAt":"A","States":{"A":{"Type":"Map","ItemProcessor":{"StartAt":"__proto__","States":{"__proto__":{"Type":"Map","ItemBatcher":{"constructor":1}}}}}}}',
      errors: [{ message, at: '/States/A/ItemProcessor/States/__proto__/ItemBatcher', part: 'key' }],
    },
  ],
});
