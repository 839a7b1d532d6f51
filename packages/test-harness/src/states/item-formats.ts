import { stepsOfPointer, type Json, type ReaderConfig } from '@stepproof/asl';
import { S3AnswerError } from '../tasks/s3';
import { parseCsv } from './csv';
import { itemReaderFailed } from './item-reader-failed';
import { isDataset, isItems, type Dataset, type Items } from './item-set';
import { textOfBody, type ObjectBody } from './object-body';

/** Reads the items out of the Body of an object. */
export type ItemFormat = (body: ObjectBody | undefined) => Dataset;

/** The format of objects that hold items, by the InputType of the ReaderConfig. */
export function itemFormatOf(config: ReaderConfig | undefined): ItemFormat {
  switch (config?.InputType) {
    case 'CSV':
      return csvFormat(config, givenHeaders(config));
    case 'JSONL':
      return jsonLines;
    case 'PARQUET':
      return parquetRows;
    default: {
      const pointer = config?.ItemsPointer as string | undefined;
      return (body) => jsonItems(parseJson(textOfBody(body)), pointer);
    }
  }
}

const jsonLines: ItemFormat = (body) =>
  textOfBody(body)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(parseJson);

/** The file itself is not read: the columns of its rows are what a test wants to say, and not their encoding. */
export const parquetRows: ItemFormat = (body) => {
  if (body !== undefined && isItems(body)) return body;
  throw new S3AnswerError(
    'Parquet files are not read; answer "s3:getObject" with the rows of the file, { Body: [{ ... }, ...] }',
  );
};

export function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw itemReaderFailed('Unable to parse the object as JSON');
  }
}

/**
 * An array, or the object that an ItemsPointer leads to. A file that is an object as a whole is refused: that is
 * recorded of 2023. The developer guide has since begun to speak of objects, and no recording shows whether it holds for
 * whole files.
 */
function jsonItems(value: Json, pointer: string | undefined): Dataset {
  const items = pointer === undefined ? value : atPointer(value, pointer);
  if (items !== undefined && (isItems(items) || (pointer !== undefined && isDataset(items)))) return items;
  throw itemReaderFailed('Attempting to map over non-iterable node.');
}

/** A JSON Pointer, RFC 6901. */
function atPointer(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const name of stepsOfPointer(pointer)) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, Json>>)[name];
  }
  return at;
}

const delimiters: Readonly<Record<string, string>> = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' };

export function givenHeaders(config: ReaderConfig | undefined): readonly string[] | undefined {
  return config?.CSVHeaderLocation === 'GIVEN' ? (config.CSVHeaders as readonly string[]) : undefined;
}

/**
 * All values are texts; short rows are filled up with empty ones, and what no header names is left out (recorded).
 * Without `given` headers, they are the first row.
 */
export function csvFormat(config: ReaderConfig | undefined, given: readonly string[] | undefined): ItemFormat {
  const delimiter = delimiters[(config?.CSVDelimiter as string | undefined) ?? 'COMMA']!;
  return (body): Items => {
    const rows = parseCsv(textOfBody(body), delimiter);
    const headers = given ?? rows.shift() ?? [];
    if (new Set(headers).size < headers.length) throw itemReaderFailed('CSV headers cannot contain duplicates.');
    return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
  };
}
