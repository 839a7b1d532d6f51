import type { Located } from '../../text/located';
import type { ListShape, NumberShape, TextShape } from '../shapes/shape';
import type { MadeText } from './made-text';
import type { ValueProblem } from './value-problem';

/** What an API refuses of a text by its length, which may be known of a text that is made when it runs. */
export function lengthProblem(
  { least, most }: MadeText,
  { minLength = 0, maxLength }: TextShape,
): ValueProblem | undefined {
  if (maxLength !== undefined && least > maxLength) {
    const has = least === most ? String(least) : `at least ${least}`;
    return { problem: `has ${has} characters, and may have ${maxLength}`, remedy: shorter(maxLength) };
  }
  if (most >= minLength) return undefined;
  if (most === 0) return { problem: 'must not be empty', remedy: 'write it, or leave the member out' };
  const has = least === most ? String(most) : `at most ${most}`;
  return { problem: `has ${has} characters, and must have at least ${minLength}`, remedy: 'use a longer one' };
}

/** Tokens are made of what is longer: a hash has as many digits as its algorithm says. */
const shorter = (most: number): string =>
  most >= 32 && most <= 64
    ? `use a shorter one, such as a hash by "${most < 64 ? 'MD5' : 'SHA-256'}"`
    : 'use a shorter one';

export function numberProblem(value: Located, { min, max }: NumberShape): ValueProblem | undefined {
  const number = value.kind === 'number' || value.kind === 'string' ? Number(value.value) : NaN;
  if (max !== undefined && number > max) return { problem: `is ${number}, and the most is ${max}`, remedy: 'use less' };
  if (min !== undefined && number < min)
    return { problem: `is ${number}, and the least is ${min}`, remedy: 'use more' };
  return undefined;
}

/** A placeholder among the items may stand for several. */
export function countProblem(value: Located, { minItems = 0, maxItems }: ListShape): ValueProblem | undefined {
  if (value.kind !== 'array') return undefined;
  const count = value.items.length;
  if (maxItems !== undefined && count > maxItems) {
    return { problem: `has ${count} items, and one call takes ${maxItems}`, remedy: 'divide them among several calls' };
  }
  return count < minItems
    ? { problem: `has ${count || 'no'} items, and must have at least ${minItems}`, remedy: 'add what is missing' }
    : undefined;
}
