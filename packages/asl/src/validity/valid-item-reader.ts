import { descendantsOf, ItemReader, type Field, type ReaderConfig } from '../syntax';
import { atName, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** What the fields of a ReaderConfig demand of one another (developer guide). */
export const validItemReader: ValidityCheck = function* (machine) {
  for (const reader of descendantsOf(machine)) {
    if (!(reader instanceof ItemReader)) continue;
    const { readerConfig } = reader;
    if (reader.fields.some((field) => field.isUnknown && field.spec?.is === 'node')) continue;
    if (readsOneObject(reader) && !namesInputType(readerConfig)) {
      yield {
        message:
          'Reading one object needs an "InputType"; add "ReaderConfig": { "InputType": "JSON" }, or "CSV", "JSONL", "PARQUET" or "MANIFEST"',
        range: atName(readerConfig ?? reader),
        aws: schema('These fields are required: [InputType]', `${reader.location}/ReaderConfig`),
      };
    }
    if (readerConfig) yield* csvHeaders(readerConfig);
  }
};

const readsOneObject = (reader: ItemReader): boolean =>
  typeof reader.Resource === 'string' && reader.Resource.endsWith(':s3:getObject');

/** An S3 inventory says its own format. */
const namesInputType = (config: ReaderConfig | undefined): boolean =>
  config?.has('InputType') === true ||
  config?.ManifestType === 'S3_INVENTORY' ||
  config?.field('ManifestType')?.isUnknown === true;

function* csvHeaders(config: ReaderConfig): Generator<ValidityProblem> {
  const headers = config.field('CSVHeaders');
  const location = config.field('CSVHeaderLocation');
  const fault = (field: Field, message: string, aws: string): ValidityProblem => ({
    message,
    range: field.key.range,
    aws: schema(aws, config.location),
  });
  if (location?.json === 'GIVEN' && !headers) {
    yield fault(
      location,
      'Headers that are "GIVEN" must be given; add "CSVHeaders"',
      'These fields are required: [CSVHeaders]',
    );
  }
  if (headers && !location?.isUnknown && location?.json !== 'GIVEN') {
    yield fault(
      headers,
      '"CSVHeaders" has no effect unless "CSVHeaderLocation" is "GIVEN"; set it, or remove the headers',
      "Field 'CSVHeaders' requires CSVHeaderLocation GIVEN",
    );
  }
}
