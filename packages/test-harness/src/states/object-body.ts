import * as zlib from 'node:zlib';
import type { Json } from '@stepproof/asl';
import { S3AnswerError } from '../tasks/s3';
import { itemReaderFailed } from './item-reader-failed';

/** What a mock of `s3:getObject` gives as the Body of an object. */
export type ObjectBody = Json;

/** The text of a Body: text as it is, or the bytes of a Buffer, compressed with GZIP or Zstandard or not. */
export function textOfBody(body: ObjectBody | undefined): string {
  if (typeof body === 'string') return body;
  const bytes = bytesOf(body);
  if (bytes) return unpacked(bytes).toString('utf8');
  throw new S3AnswerError(
    `An ItemReader was given ${body === undefined ? 'no "Body"' : `a "Body" that is ${shown(body)}`}; ` +
      'answer "s3:getObject" with { Body: text }, or with a Buffer for a compressed file',
  );
}

/** A Buffer says itself what it is in JSON: `{ type: 'Buffer', data: [31, 139, ...] }`. */
function bytesOf(body: ObjectBody | undefined): Buffer | undefined {
  const { type, data } = (body ?? {}) as { readonly type?: Json; readonly data?: Json };
  return type === 'Buffer' && Array.isArray(data) ? Buffer.from(data as readonly number[]) : undefined;
}

/** The first bytes tell how a file is compressed; Step Functions reads GZIP and Zstandard. */
function unpacked(bytes: Buffer): Buffer {
  const magic = bytes.subarray(0, 4).toString('hex');
  if (magic.startsWith('1f8b')) return decompressed(bytes, zlib.gunzipSync, 'GZIP');
  if (magic !== '28b52ffd') return bytes;
  // Node reads Zstandard from 22.15 on.
  const { zstdDecompressSync } = zlib as { readonly zstdDecompressSync?: (bytes: Buffer) => Buffer };
  if (zstdDecompressSync) return decompressed(bytes, zstdDecompressSync, 'ZSTD');
  throw new S3AnswerError(
    `Node ${process.version} does not read files that are compressed with ZSTD; answer "s3:getObject" with { Body: text }, or use GZIP`,
  );
}

function decompressed(bytes: Buffer, decompress: (bytes: Buffer) => Buffer, format: string): Buffer {
  try {
    return decompress(bytes);
  } catch {
    throw itemReaderFailed(`Unable to decompress the object as ${format}`);
  }
}

const shown = (body: ObjectBody): string => (Array.isArray(body) ? 'an array' : body === null ? 'null' : typeof body);
