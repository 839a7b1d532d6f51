import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const reader = {
  Resource: 'arn:aws:states:::s3:listObjectsV2',
  Parameters: { Bucket: 'orders' },
};
const resize = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'resize' } };
const machine = (map: object, last: object = resize, fields: object = {}) => ({
  ...fields,
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemReader: reader,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Resize',
        States: { Resize: { ...last, End: true } },
      },
      End: true,
      ...map,
    },
  },
});
const jsonata = (map: object) =>
  machine(
    { ItemReader: { Resource: reader.Resource, Arguments: { Bucket: 'orders' } }, ...map },
    { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName: 'resize' } },
    { QueryLanguage: 'JSONata' },
  );
const withConfig = (ReaderConfig: object) => ({ ItemReader: { ...reader, ReaderConfig } });
const message = (dropping: string) =>
  `"Each" hands on the results of all items that it reads from S3, however many there are, and a state can hand on 262144 bytes; add a "ResultWriter", or drop them with ${dropping}`;
const errors = [{ message: message('"ResultPath": null'), at: '/States/Each/ItemReader', part: 'key' } as const];
const inJsonata = [
  { message: message('an "Output" of other data'), at: '/States/Each/ItemReader', part: 'key' } as const,
];

new AslRuleTester().run('require-result-writer', rule, {
  valid: [
    {
      name: 'results that are written to S3',
      definition: machine({
        ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'results' } },
      }),
    },
    { name: 'results that are dropped', definition: machine({ ResultPath: null }) },
    { name: 'an output without them', definition: machine({ ResultPath: '$.results', OutputPath: '$.order' }) },
    { name: 'only their number', definition: machine({ ResultSelector: { 'count.$': 'States.ArrayLength($)' } }) },
    { name: 'only the first', definition: machine({ ResultSelector: { 'first.$': '$[0].id' } }) },
    { name: 'a few items', definition: machine(withConfig({ MaxItems: 100 })) },
    { name: 'a number of items in the data', definition: machine(withConfig({ MaxItemsPath: '$.most' })) },
    {
      name: 'a reader that is not known',
      definition: machine({ ItemReader: { ...reader, ReaderConfig: '${Config}' } }),
    },
    { name: 'a result that is the same for each', definition: machine({}, { Type: 'Pass', Result: 'done' }) },
    { name: 'items of the data', definition: machine({ ItemReader: undefined }) },
    {
      name: 'an inline Map',
      definition: machine({ ItemProcessor: { StartAt: 'Resize', States: { Resize: { ...resize, End: true } } } }),
    },
    { name: 'an Output without them', definition: jsonata({ Output: { count: '{% $count($states.result) %}' } }) },
  ],
  invalid: [
    { name: 'the whole output', definition: machine({}), errors },
    { name: 'beside the input', definition: machine({ ResultPath: '$.results' }), errors },
    { name: 'one member of each', definition: machine({ ResultSelector: { 'ids.$': '$[*].id' } }), errors },
    { name: 'as many as there are', definition: machine(withConfig({ MaxItems: 0 })), errors },
    { name: 'many', definition: machine(withConfig({ MaxItems: 100_000 })), errors },
    { name: 'in batches', definition: machine({ ItemBatcher: { MaxItemsPerBatch: 10 } }), errors },
    { name: 'in JSONata', definition: jsonata({}), errors: inJsonata },
    { name: 'as an Output', definition: jsonata({ Output: '{% $states.result %}' }), errors: inJsonata },
    {
      name: 'merged into the input',
      definition: jsonata({ Output: "{% $merge([$states.input, {'results': $states.result}]) %}" }),
      errors: inJsonata,
    },
    {
      name: 'as a variable',
      definition: jsonata({ Output: 'done', Assign: { results: '{% $states.result %}' } }),
      errors: inJsonata,
    },
  ],
});
