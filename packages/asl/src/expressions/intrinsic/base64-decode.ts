import { atMost10000Characters, defineIntrinsic, IntrinsicFault, string } from './signature';

/** `States.Base64Decode(text)`: the UTF-8 text that at most 10,000 characters of MIME Base64 stand for. */
export const base64Decode = defineIntrinsic({
  name: 'States.Base64Decode',
  parameters: [string('text', atMost10000Characters)],
  returns: 'string',
  evaluate: ([text]) => {
    // A MIME decoder skips whatever is not of the alphabet.
    const digits = text.replace(/[^A-Za-z0-9+/]/g, '');
    if (digits.length % 4 === 1) return new IntrinsicFault('The text ends amid a byte; pass the whole Base64 text');
    return Buffer.from(digits, 'base64').toString('utf8');
  },
});
