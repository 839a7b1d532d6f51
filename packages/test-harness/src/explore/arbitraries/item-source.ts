import fc from 'fast-check';
import type { Json, MapState } from '@stepproof/asl';
import type { UsedValue } from './used-value';
import { valueArbitrary } from './value-arbitrary';

/** What the ItemReader of a distributed Map is answered with: an object with items in it, or a listing. */
export function itemSourceArbitrary({ itemReader }: MapState, used: UsedValue): fc.Arbitrary<Json> {
  const { Resource: resource } = itemReader ?? {};
  if (typeof resource === 'string' && resource.endsWith(':listObjectsV2'))
    return fc.array(listedObject, { maxLength: 4 }).map((Contents) => ({ Contents }));
  const items = fc.array(valueArbitrary(used), { maxLength: 4 });
  const type = itemReader?.readerConfig?.InputType;
  return items.map((values) => ({ Body: bodyOf(values, type) }));
}

const listedObject: fc.Arbitrary<Json> = fc.nat({ max: 9 }).map((number) => ({
  Etag: '"d41d8cd98f00b204e9800998ecf8427e"',
  Key: `objects/${number}.json`,
  LastModified: 1_735_689_600,
  Size: number,
  StorageClass: 'STANDARD',
}));

function bodyOf(items: readonly Json[], type: Json | undefined): string {
  if (type === 'JSONL') return items.map((item) => JSON.stringify(item)).join('\n');
  if (type !== 'CSV') return JSON.stringify(items);
  const rows = items.map((item) => (item ?? {}) as Readonly<Record<string, Json>>);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (value: Json | undefined): string =>
    JSON.stringify(typeof value === 'string' ? value : JSON.stringify(value ?? '')).replaceAll('\\"', '""');
  return [names.join(','), ...rows.map((row) => names.map((name) => cell(row[name])).join(','))].join('\n');
}
