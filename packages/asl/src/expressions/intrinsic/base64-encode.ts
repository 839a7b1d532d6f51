import { atMost10000Characters, defineIntrinsic, string } from './signature';

/**
 * `States.Base64Encode(text)`: MIME Base64 of the UTF-8 bytes of at most 10,000 characters. Whether the service breaks
 * lines after 76 characters as MIME encoders do is unverified; this one does not.
 */
export const base64Encode = defineIntrinsic({
  name: 'States.Base64Encode',
  parameters: [string('text', atMost10000Characters)],
  returns: 'string',
  evaluate: ([text]) => Buffer.from(text, 'utf8').toString('base64'),
});
