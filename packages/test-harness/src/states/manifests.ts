import type { Json, ReaderConfig } from '@stepproof/asl';
import { parseCsv } from './csv';
import { csvFormat, givenHeaders, itemFormatOf, parquetRows, parseJson, type ItemFormat } from './item-formats';
import { itemReaderFailed } from './item-reader-failed';
import type { Items } from './item-set';
import { textOfBody, type ObjectBody } from './object-body';

/** An object in S3. */
export interface S3Object {
  readonly Bucket: string;
  readonly Key: string;
}

/** What a manifest says: which objects hold the items, and how. */
export interface Manifest {
  readonly objects: readonly S3Object[];
  readonly format: ItemFormat;
}

/** How to read the manifest that the ReaderConfig promises; undefined where the object holds the items itself. */
export function manifestReaderOf(
  config: ReaderConfig | undefined,
): ((body: ObjectBody | undefined, bucket: string) => Manifest) | undefined {
  if (config?.ManifestType === 'ATHENA_DATA') {
    return (body) => ({ objects: athenaObjects(textOfBody(body)), format: itemFormatOf(config) });
  }
  // InputType MANIFEST is how an S3 inventory was asked for before there was ManifestType.
  if (config?.ManifestType === 'S3_INVENTORY' || config?.InputType === 'MANIFEST') {
    return (body, bucket) => inventory(parseJson(textOfBody(body)), bucket, config);
  }
  return undefined;
}

/** The manifest of an UNLOAD or INSERT INTO of Athena: a file per line. */
function athenaObjects(text: string): S3Object[] {
  return parseCsv(text, ',').map(([uri = '']) => {
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/i.exec(uri.trim()) ?? [];
    // The words are unverified.
    if (Bucket === undefined || Key === undefined) throw itemReaderFailed(`The manifest names no S3 object: ${uri}`);
    return { Bucket, Key };
  });
}

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html: `fileSchema` names the columns,
 * since the files have no headers. The keys in them are URL-encoded, and stay so (unverified).
 */
function inventory(manifest: Json, manifestBucket: string, config: ReaderConfig): Manifest {
  const { destinationBucket, fileFormat, fileSchema, files } = (manifest ?? {}) as Readonly<Record<string, Json>>;
  const keys = Array.isArray(files)
    ? (files as Items).map((file) => (file as { readonly key?: Json } | null)?.key)
    : [];
  if (!Array.isArray(files) || typeof fileSchema !== 'string' || !keys.every((key) => typeof key === 'string')) {
    // The words are unverified.
    throw itemReaderFailed('The object is not the manifest of an S3 inventory');
  }
  const bucket = typeof destinationBucket === 'string' ? destinationBucket.replace(/^arn:[^:]*:s3:::/, '') : undefined;
  const objects = keys.map((Key) => ({ Bucket: bucket ?? manifestBucket, Key }));
  return { objects, format: inventoryFormat(fileFormat ?? 'CSV', fileSchema, config) };
}

function inventoryFormat(format: Json, schema: string, config: ReaderConfig): ItemFormat {
  if (format === 'CSV') {
    return csvFormat(config, givenHeaders(config) ?? schema.split(',').map((column) => column.trim()));
  }
  if (format === 'Parquet') return parquetRows;
  throw itemReaderFailed(`The inventory is in the format ${JSON.stringify(format)}, which cannot be read`);
}
