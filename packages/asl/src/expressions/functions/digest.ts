import { createHash } from 'node:crypto';

/** The algorithms of `States.Hash` and `$hash`. */
export const hashAlgorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;
export type HashAlgorithm = (typeof hashAlgorithms)[number];

export function isHashAlgorithm(name: unknown): name is HashAlgorithm {
  return hashAlgorithms.some((algorithm) => algorithm === name);
}

/** The hash of the text's UTF-8 bytes in lowercase hexadecimal. */
export function digest(text: string, algorithm: HashAlgorithm): string {
  return createHash(algorithm.replace('-', '').toLowerCase()).update(text, 'utf8').digest('hex');
}
