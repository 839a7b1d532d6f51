import type { Json, ReaderConfig } from '@stepproof/asl';
import { itemReaderFailed } from './item-reader';
import type { Items } from './map-items';
import { parseCsv } from './csv';

/** The items in the text of an object, by the InputType of the ReaderConfig. */
export function itemsOfText(text: string, config: ReaderConfig | undefined): Items {
  switch (config?.InputType) {
    case 'CSV':
      return csvItems(text, config);
    case 'JSONL':
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(parseJson);
    case 'JSON':
    case undefined:
      return jsonItems(parseJson(text), config?.ItemsPointer as string | undefined);
    default:
      throw notSimulated(`InputType ${JSON.stringify(config?.InputType)}`);
  }
}

/** Refuses, by name, what a ReaderConfig asks for and is not simulated: it would otherwise be ignored. */
export function refuseUnsimulated(config: ReaderConfig | undefined): void {
  if (config?.Transformation === 'LOAD_AND_FLATTEN') throw notSimulated('Transformation "LOAD_AND_FLATTEN"');
  if (config?.has('ManifestType')) throw notSimulated(`ManifestType ${JSON.stringify(config.ManifestType)}`);
}

const notSimulated = (what: string): Error =>
  new Error(
    `An ItemReader with ${what} is not simulated; give the items as "CSV", "JSON" or "JSONL", or as the input of the Map`,
  );

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw itemReaderFailed('Unable to parse the object as JSON');
  }
}

function jsonItems(value: Json, pointer: string | undefined): Items {
  const items = pointer === undefined ? value : atPointer(value, pointer);
  if (Array.isArray(items)) return items as Items;
  throw itemReaderFailed('Attempting to map over non-iterable node.');
}

/** A JSON Pointer, RFC 6901. */
function atPointer(value: Json, pointer: string): Json | undefined {
  let at: Json | undefined = value;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, name)) return undefined;
    at = (at as Readonly<Record<string, Json>>)[name];
  }
  return at;
}

const delimiters: Readonly<Record<string, string>> = { COMMA: ',', PIPE: '|', SEMICOLON: ';', SPACE: ' ', TAB: '\t' };

/** All values are texts; short rows are filled up with empty ones, and what no header names is left out (recorded). */
function csvItems(text: string, config: ReaderConfig): Items {
  const rows = parseCsv(text, delimiters[(config.CSVDelimiter as string | undefined) ?? 'COMMA']!);
  const given = config.CSVHeaderLocation === 'GIVEN' ? (config.CSVHeaders as readonly string[]) : undefined;
  const headers = given ?? rows.shift() ?? [];
  if (new Set(headers).size < headers.length) throw itemReaderFailed('CSV headers cannot contain duplicates.');
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}
