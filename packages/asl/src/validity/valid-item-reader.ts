import { descendantsOf, ItemReader, type Field, type ReaderConfig } from '../syntax';
import { atName, atValue, schema, type ValidityCheck, type ValidityProblem } from './problem';

/** What the fields of an ItemReader demand of one another (developer guide). */
export const validItemReader: ValidityCheck = function* (machine) {
  for (const reader of descendantsOf(machine)) {
    if (!(reader instanceof ItemReader) || reader.hasUnknownParts) continue;
    const { readerConfig } = reader;
    if (readsContents(reader) && !namesInputType(readerConfig)) {
      yield {
        message:
          'Reading the contents of objects needs an "InputType"; add "ReaderConfig": { "InputType": "JSON" }, or "CSV", "JSONL", "PARQUET" or "MANIFEST"',
        range: atName(readerConfig ?? reader),
        aws: schema('These fields are required: [InputType]', `${reader.location}/ReaderConfig`),
      };
    }
    if (readerConfig) yield* csvFaults(readerConfig);
  }
};

/** One object, or the contents of all that are listed; a mere list needs no InputType. */
const readsContents = (reader: ItemReader): boolean =>
  (typeof reader.Resource === 'string' && reader.Resource.endsWith(':s3:getObject')) ||
  reader.readerConfig?.Transformation === 'LOAD_AND_FLATTEN';

/** An S3 inventory says its own format. */
const namesInputType = (config: ReaderConfig | undefined): boolean =>
  config?.has('InputType') === true ||
  config?.ManifestType === 'S3_INVENTORY' ||
  config?.field('ManifestType')?.isUnknown === true;

/** Measured on AWS (badmintoncryer/cdk-preflight, 2026-09-05). */
function* csvFaults(config: ReaderConfig): Generator<ValidityProblem> {
  const type = config.field('InputType');
  const headers = config.field('CSVHeaderLocation');
  const fault = (message: string, range: Field['range'], aws: string): ValidityProblem => ({
    message,
    range,
    aws: schema(aws, config.location),
  });
  if (type?.json === 'CSV' && !headers) {
    yield fault(
      'A CSV file needs a "CSVHeaderLocation"; add "FIRST_ROW", or "GIVEN" with "CSVHeaders"',
      atValue(type),
      "The field 'CSVHeaderLocation' is required",
    );
  }
  if (type?.json === 'JSON' && headers) {
    yield fault(
      'A JSON file has no "CSVHeaderLocation"; remove it, or set "InputType" to "CSV"',
      headers.key.range,
      "Field 'CSVHeaderLocation' is not supported",
    );
  }
  if (headers?.json === 'GIVEN' && !config.has('CSVHeaders')) {
    yield fault(
      'Headers that are "GIVEN" must be given; add "CSVHeaders"',
      atValue(headers),
      'These fields are required: [CSVHeaders]',
    );
  }
}
