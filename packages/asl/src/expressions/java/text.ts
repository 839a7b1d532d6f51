import type { Json } from '../../text/located';
import { isArray, isObject } from '../json/kind';

/** Deeper values than any payload holds in practice; the limit keeps the recursion bounded. */
const maximumDepth = 1000;

/**
 * The value as Java's `toString` writes it, which is what `States.Format` inserts (recorded): strings bare, objects as
 * `{a=1, b=[x, null]}`. Undefined for values that nest too deeply.
 */
export function javaText(value: Json, depth = 0): string | undefined {
  if (depth > maximumDepth) return undefined;
  if (isArray(value)) {
    const items = value.map((item) => javaText(item, depth + 1));
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  if (isObject(value)) {
    const members: string[] = [];
    for (const [name, member] of Object.entries(value)) {
      const text = javaText(member, depth + 1);
      if (text === undefined) return undefined;
      members.push(`${name}=${text}`);
    }
    return `{${members.join(', ')}}`;
  }
  return typeof value === 'number' ? javaNumber(value) : String(value);
}

/** Whole numbers as Java's integers, others as `Double.toString`: scientific below 0.001 and from 10,000,000. */
function javaNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-3 && magnitude < 1e7) return String(value);
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}
