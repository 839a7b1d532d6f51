import type { AslNode, ItemReader, MapState } from '../../syntax';
import { isUnknown } from '../../text/located';
import { number, object, possible, string, sure, unknown, type DataShape, type Member } from './data-shape';

/** What `s3:listObjectsV2` lists, which is not what the API of that name says (developer guide; LastModified in seconds). */
const listed: readonly (readonly [string, Member])[] = [
  ['Etag', possible(string)],
  ['Key', possible(string)],
  ['LastModified', possible(number)],
  ['Size', possible(number)],
  ['StorageClass', possible(string)],
];

/** What each item of an ItemReader is, before ItemSelector: an object of a listing, a row of texts, or anything. */
export function itemOfReader({ name }: MapState, reader: ItemReader): DataShape {
  const config = reader.readerConfig;
  if (reader.has('ReaderConfig') && config?.located.kind !== 'object') return unknown;
  const isListing = (textOf(reader, 'Resource') ?? '').endsWith(':s3:listObjectsV2');
  if (isListing && (!config?.has('Transformation') || textOf(config, 'Transformation') === 'NONE')) {
    return object(listed, 'modelled', `an object that "${name}" lists`);
  }
  return config && textOf(config, 'InputType') === 'CSV' ? rowOf(config, `a row that "${name}" reads`) : unknown;
}

/** Short rows are filled up with empty texts, and what is beyond the headers is dropped (recorded). */
function rowOf(config: AslNode, origin: string): DataShape {
  const headers = config.field('CSVHeaders')?.value;
  if (textOf(config, 'CSVHeaderLocation') !== 'GIVEN' || headers?.kind !== 'array') {
    return { ...object([], 'open', origin), other: string };
  }
  const names = headers.items.flatMap((item) => (item.kind === 'string' && !isUnknown(item) ? [item.value] : []));
  if (names.length < headers.items.length) return { ...object([], 'open', origin), other: string };
  return object(
    names.map((header) => [header, sure(string)] as const),
    'closed',
    origin,
  );
}

/** A literal text of a field. */
function textOf(node: AslNode, name: string): string | undefined {
  const value = node.field(name)?.value;
  return value?.kind === 'string' && !isUnknown(value) ? value.value : undefined;
}
