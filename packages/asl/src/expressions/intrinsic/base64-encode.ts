import { atMost10000Characters, string, type IntrinsicFunction } from './signature';

/** `States.Base64Encode(text)`: MIME Base64 of the UTF-8 bytes of at most 10,000 characters. */
export const base64Encode: IntrinsicFunction = {
  name: 'States.Base64Encode',
  parameters: [string('text', atMost10000Characters)],
  returns: 'string',
};
