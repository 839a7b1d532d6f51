import type { Json } from '../../text/located';
import { digest, hashAlgorithms, isHashAlgorithm } from '../functions/digest';
import { writeJson } from '../json/write-json';
import { nearest } from '../nearest';
import { anyValue, atMost10000Characters, defineIntrinsic, IntrinsicFault, string } from './signature';

/**
 * `States.Hash(data, algorithm)`: the hash in lowercase hexadecimal. Data that is no string is hashed as its JSON text
 * (unverified).
 */
export const hash = defineIntrinsic({
  name: 'States.Hash',
  parameters: [anyValue('data', atMost10000Characters), string('algorithm', unknownAlgorithm)],
  returns: 'string',
  evaluate: ([data, algorithm]) => {
    const text = typeof data === 'string' ? data : writeJson(data);
    const fault = text === undefined ? 'is nested too deeply; pass a part of it' : atMost10000Characters(text);
    if (text === undefined || fault !== undefined) return new IntrinsicFault(`The argument "data" ${fault}`);
    return isHashAlgorithm(algorithm) ? digest(text, algorithm) : '';
  },
});

function unknownAlgorithm(value: Json): string | undefined {
  if (typeof value !== 'string' || isHashAlgorithm(value)) return undefined;
  return `is "${value}", not a hash algorithm; use "${nearest(value, hashAlgorithms) ?? hashAlgorithms.join('", "')}"`;
}
