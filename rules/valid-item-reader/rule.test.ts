import { AslRuleTester } from '@stepproof/linter/rule-tester';
import rule from './rule';

const getObject = 'arn:aws:states:::s3:getObject';
const listObjects = 'arn:aws:states:::s3:listObjectsV2';
const reading = (Resource: string, ReaderConfig?: unknown, machine: object = {}) => ({
  ...machine,
  StartAt: 'A',
  States: {
    A: { Type: 'Map', ItemReader: { Resource, ...(ReaderConfig !== undefined && { ReaderConfig }) }, End: true },
  },
});
const reader = '/States/A/ItemReader';
const needsType =
  'Reading the contents of objects needs an "InputType"; add "ReaderConfig": { "InputType": "JSON" }, or "CSV", "JSONL", "PARQUET" or "MANIFEST"';
const given = 'Headers that are "GIVEN" must be given; add "CSVHeaders"';

new AslRuleTester().run('valid-item-reader', rule, {
  valid: [
    ...['JSON', 'JSONL', 'PARQUET', 'MANIFEST'].map((InputType) => ({ definition: reading(getObject, { InputType }) })),
    { definition: reading(getObject, { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }) },
    { definition: reading(getObject, { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['id', 'amount'] }) },
    { definition: reading(getObject, { InputType: 'MANIFEST', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['id'] }) },
    { definition: reading(getObject, { InputType: 'JSON', MaxItems: 5 }, { QueryLanguage: 'JSONata' }) },
    { name: 'an inventory says its own format', definition: reading(getObject, { ManifestType: 'S3_INVENTORY' }) },
    { name: 'a list of objects has no format', definition: reading(listObjects) },
    { definition: reading(listObjects, { MaxItems: 5 }) },
    { definition: reading(listObjects, { Transformation: 'NONE' }) },
    { definition: reading(listObjects, { Transformation: 'LOAD_AND_FLATTEN', InputType: 'JSONL' }) },
    {
      name: 'whether AWS refuses headers beside FIRST_ROW is not known',
      definition: reading(getObject, { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', CSVHeaders: ['id'] }),
    },
    { name: 'a resource of no kind is for another rule', definition: reading('s3') },
    { name: 'a resource that is a placeholder', definition: reading('${reader}') },
    { name: 'a type that is a placeholder', definition: reading(getObject, { InputType: '${type}' }) },
    { name: 'a manifest that is a placeholder', definition: reading(getObject, { ManifestType: '${type}' }) },
    {
      name: 'placeholders',
      code: `{"StartAt":"A","States":{
        "A":{"Type":"Map","ItemReader":{"Resource":"${getObject}","ReaderConfig":\${config}}},
        "B":{"Type":"Map","ItemReader":\${reader}},
        "C":{"Type":"Map","ItemReader":{"Resource":"${getObject}","ReaderConfig":{"InputType":"CSV","CSVHeaderLocation":\${location}}}}}}`,
    },
    { name: 'no reader', definition: { StartAt: 'A', States: { A: { Type: 'Map', End: true } } } },
  ],
  invalid: [
    { definition: reading(getObject), errors: [{ message: needsType, at: reader, part: 'key' }] },
    {
      definition: reading(getObject, { MaxItems: 5 }),
      errors: [{ message: needsType, at: `${reader}/ReaderConfig`, part: 'key' }],
    },
    {
      name: 'a manifest of Athena does not say its format',
      definition: reading('arn:aws-cn:states:::s3:getObject', { ManifestType: 'ATHENA_DATA' }),
      errors: [{ message: needsType, at: `${reader}/ReaderConfig`, part: 'key' }],
    },
    {
      name: 'a ReaderConfig of a wrong type names nothing',
      definition: reading(getObject, 'JSON'),
      errors: [{ message: needsType, at: reader, part: 'key' }],
    },
    {
      name: 'the contents of all objects listed, in JSONata',
      definition: reading(listObjects, { Transformation: 'LOAD_AND_FLATTEN' }, { QueryLanguage: 'JSONata' }),
      errors: [{ message: needsType, at: `${reader}/ReaderConfig`, part: 'key' }],
    },
    {
      definition: reading(getObject, { InputType: 'CSV' }),
      errors: [
        {
          message: 'A CSV file needs a "CSVHeaderLocation"; add "FIRST_ROW", or "GIVEN" with "CSVHeaders"',
          at: `${reader}/ReaderConfig/InputType`,
        },
      ],
    },
    {
      definition: reading(getObject, { InputType: 'JSON', CSVHeaderLocation: 'FIRST_ROW' }),
      errors: [
        {
          message: 'A JSON file has no "CSVHeaderLocation"; remove it, or set "InputType" to "CSV"',
          at: `${reader}/ReaderConfig/CSVHeaderLocation`,
          part: 'key',
        },
      ],
    },
    {
      definition: reading(getObject, { InputType: 'CSV', CSVHeaderLocation: 'GIVEN' }),
      errors: [{ message: given, at: `${reader}/ReaderConfig/CSVHeaderLocation` }],
    },
    {
      name: 'in a Map inside a Map, in a state called constructor',
      definition: {
        StartAt: 'A',
        States: {
          A: {
            Type: 'Map',
            ItemProcessor: { StartAt: 'constructor', States: { constructor: reading(getObject).States.A } },
            End: true,
          },
        },
      },
      errors: [{ message: needsType, at: '/States/A/ItemProcessor/States/constructor/ItemReader', part: 'key' }],
    },
  ],
});
