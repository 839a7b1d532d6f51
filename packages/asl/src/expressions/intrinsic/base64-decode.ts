import { atMost10000Characters, string, type IntrinsicFunction } from './signature';

/** `States.Base64Decode(text)`: the UTF-8 text that at most 10,000 characters of MIME Base64 stand for. */
export const base64Decode: IntrinsicFunction = {
  name: 'States.Base64Decode',
  parameters: [string('text', atMost10000Characters)],
  returns: 'string',
};
