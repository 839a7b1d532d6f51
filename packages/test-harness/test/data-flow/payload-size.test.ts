import fc from 'fast-check';
import type { Json } from '@stepproof/asl';
import { fitsPayload, maxPayloadBytes } from '../../src/data-flow/payload-size';

test.each([
  ['as long as allowed', 'x'.repeat(maxPayloadBytes - 2), true],
  ['one byte too long', 'x'.repeat(maxPayloadBytes - 1), false],
  ['UTF-8, not characters', 'é'.repeat(maxPayloadBytes / 2), false],
  ['escapes count', '\n'.repeat(maxPayloadBytes / 2), false],
  ['many small items', Array.from({ length: 131_071 }, () => 1), true],
  ['one item more', Array.from({ length: 131_072 }, () => 1), false],
])('%s', (_, value, fits) => {
  expect(fitsPayload(value)).toBe(fits);
});

test('small values fit, whatever they are', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(fitsPayload(value as Json)).toBe(Buffer.byteLength(JSON.stringify(value)) <= maxPayloadBytes);
    }),
    { numRuns: 50 },
  );
});

test('a value that nests without end is too much', () => {
  let value: Json = 1;
  for (let depth = 0; depth < 20_000; depth++) value = [value];
  expect(fitsPayload(value)).toBe(false);
});
