import fc from 'fast-check';
import { jsonFault } from '../src/strict-json';

const json = fc.json({ maxDepth: 4 });

test('what JSON.parse reads has no fault', () => {
  fc.assert(
    fc.property(json, (text) => jsonFault(text) === undefined),
    { numRuns: 200 },
  );
});

test('every other text has one, inside it or at its end', () => {
  const broken = fc
    .tuple(json, fc.nat(), fc.constantFrom('', '"', ',', '{', '}', '[', ']', '\\', '\u0001', '//', 'x', '-'))
    .map(
      ([text, at, piece]) => text.slice(0, at % (text.length + 1)) + piece + text.slice((at % (text.length + 1)) + 1),
    );
  fc.assert(
    fc.property(broken, (text) => {
      const fault = jsonFault(text);
      if (!fault) return void JSON.parse(text);
      expect(fault.offset).toBeGreaterThanOrEqual(0);
      expect(fault.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 500 },
  );
});
