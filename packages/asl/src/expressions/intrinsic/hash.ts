import { nearest } from '../nearest';
import type { IntrinsicArgument } from './ast';
import { anyValue, atMost10000Characters, string, type IntrinsicFunction } from './signature';

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;

/** `States.Hash(data, algorithm)`: the hash in lowercase hexadecimal. */
export const hash: IntrinsicFunction = {
  name: 'States.Hash',
  parameters: [{ ...anyValue('data'), fault: atMost10000Characters }, string('algorithm', unknownAlgorithm)],
  returns: 'string',
};

function unknownAlgorithm(argument: IntrinsicArgument): string | undefined {
  if (argument.kind !== 'string' || argument.value.includes('${')) return undefined;
  const name = argument.value;
  if (algorithms.some((algorithm) => algorithm === name)) return undefined;
  return `is "${name}", not a hash algorithm; use "${nearest(name, algorithms) ?? algorithms.join('", "')}"`;
}
