import { digest, isHashAlgorithm } from '../functions/digest';
import { numberRange, rangeLength } from '../functions/number-range';
import { partition } from '../functions/partition';
import { javaRandom } from '../java/random';
import { readJson } from '../json/read-json';
import { JsonataFailure, UncodedFailure } from './failure';
import type { CallSite, NativeImplementation } from './function-value';
import { memoryLimit, outOfMemory } from './limits';
import { sequenceOf } from './values';

/**
 * The functions that Step Functions adds to JSONata, and `$random`, to which it adds a seed, with their signatures. What
 * they do with odd arguments was measured on AWS and published in floci-io/floci pull request 2676: numbers are cut off,
 * not rounded.
 */
export const stepFunctionsFunctions: Readonly<Record<string, readonly [NativeImplementation, signature: string]>> = {
  hash: [
    (text: string | undefined, algorithm?: string) => {
      if (text === undefined) throw new JsonataFailure('T0410', { index: 1 });
      if (algorithm === undefined) return undefined;
      if (isHashAlgorithm(algorithm)) return digest(text, algorithm);
      const message = `Hash algorithm '${algorithm}' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5`;
      throw new JsonataFailure('D3137', { message });
    },
    '<ss?:s>',
  ],

  parse: [
    (text?: string) => {
      if (text === undefined) return undefined;
      const value = readJson(text);
      if (value === undefined) throw new JsonataFailure('D3137', { message: 'Invalid JSON' });
      return value;
    },
    '<s?:x>',
  ],

  partition: [
    (items: unknown, size?: number) => {
      if (items === undefined) return undefined;
      if (!Array.isArray(items)) throw new JsonataFailure('T0412', { index: 1 });
      if (items.length === 0) return undefined;
      if (size === undefined) return [items];
      const length = Math.trunc(size);
      if (length < 0) throw new JsonataFailure('D3137', { message: 'Second argument must be zero or greater' });
      return length === 0 ? undefined : partition(items, length);
    },
    '<x?n?:a>',
  ],

  random: [
    function (this: CallSite, seed?: number) {
      return seed === undefined ? this.environment.environment.random() : javaRandom(seed);
    },
    '<n?:n>',
  ],

  range: [
    (first: number | undefined, last: number | undefined, step?: number) => {
      if (first === undefined) throw new JsonataFailure('T0410', { index: 1 });
      if (last === undefined) throw new JsonataFailure('T0410', { index: 2 });
      const [from, to, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step ?? 0)];
      if (by === 0) return undefined;
      if (rangeLength(from, to, by) > memoryLimit.elements) throw new UncodedFailure(outOfMemory);
      return sequenceOf(numberRange(from, to, by));
    },
    '<nnn?:a>',
  ],

  uuid: [
    function (this: CallSite) {
      return this.environment.environment.uuid();
    },
    '<:s>',
  ],
};
