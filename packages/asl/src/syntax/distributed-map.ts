import type { TaskResource } from '../services';
import type { FieldTable } from './field-spec';
import { AslNode, defineNode } from './node';
import { readResource } from './read-resource';

const readerConfigFields = {
  InputType: { is: 'enum', values: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'] },
  Transformation: { is: 'enum', values: ['NONE', 'LOAD_AND_FLATTEN'] },
  ManifestType: { is: 'enum', values: ['ATHENA_DATA', 'S3_INVENTORY'] },
  CSVHeaderLocation: { is: 'enum', values: ['FIRST_ROW', 'GIVEN'] },
  CSVHeaders: { is: 'strings' },
  CSVDelimiter: { is: 'enum', values: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'] },
  ItemsPointer: { is: 'string', maxLength: 2000 },
  MaxItems: { is: 'integer', min: 0, max: 100_000_000, jsonata: true },
  MaxItemsPath: { is: 'reference-path', language: 'JSONPath', context: false },
} as const satisfies FieldTable;

export class ReaderConfig extends defineNode(
  'ReaderConfig',
  readerConfigFields,
  [{ fields: ['MaxItems', 'MaxItemsPath'] }],
  AslNode,
) {}

const itemReaderFields = {
  Resource: { is: 'resource', required: true, values: ['s3:getObject', 's3:listObjectsV2'] },
  ReaderConfig: { is: 'node', node: () => ReaderConfig },
  Parameters: { is: 'payload-template', language: 'JSONPath' },
  Arguments: { is: 'jsonata-template', language: 'JSONata', object: true },
} as const satisfies FieldTable;

/** Where a distributed Map reads its items. */
export class ItemReader extends defineNode('ItemReader', itemReaderFields, [], AslNode) {
  declare readonly readerConfig: ReaderConfig | undefined;

  /** What the items are read by. */
  get resource(): TaskResource {
    return readResource(this.Resource);
  }
}

const itemBatcherFields = {
  // A literal 0 is accepted at creation: AWS refuses what is below (measured, floci-io/floci#3733).
  MaxItemsPerBatch: { is: 'integer', min: 0, jsonata: true },
  MaxItemsPerBatchPath: { is: 'reference-path', language: 'JSONPath', context: false },
  MaxInputBytesPerBatch: { is: 'integer', min: 0, max: 262_144, jsonata: true },
  MaxInputBytesPerBatchPath: { is: 'reference-path', language: 'JSONPath', context: false },
  BatchInput: { is: 'template', anyJson: true },
} as const satisfies FieldTable;

/** How a distributed Map groups its items. */
export class ItemBatcher extends defineNode(
  'ItemBatcher',
  itemBatcherFields,
  [
    { fields: ['MaxItemsPerBatch', 'MaxItemsPerBatchPath'] },
    { fields: ['MaxInputBytesPerBatch', 'MaxInputBytesPerBatchPath'] },
  ],
  AslNode,
) {}

const writerConfigFields = {
  Transformation: { is: 'enum', values: ['NONE', 'COMPACT', 'FLATTEN'] },
  OutputType: { is: 'enum', values: ['JSON', 'JSONL'], required: true },
} as const satisfies FieldTable;

export class WriterConfig extends defineNode('WriterConfig', writerConfigFields, [], AslNode) {}

const resultWriterFields = {
  Resource: { is: 'resource', values: ['s3:putObject'] },
  WriterConfig: { is: 'node', node: () => WriterConfig },
  Parameters: { is: 'payload-template', language: 'JSONPath' },
  Arguments: { is: 'jsonata-template', language: 'JSONata', object: true },
} as const satisfies FieldTable;

/** Where a distributed Map writes its results. */
export class ResultWriter extends defineNode('ResultWriter', resultWriterFields, [], AslNode) {
  declare readonly writerConfig: WriterConfig | undefined;

  /** What the results are written by. */
  get resource(): TaskResource {
    return readResource(this.Resource);
  }
}
