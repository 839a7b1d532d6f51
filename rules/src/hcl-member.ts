import type { Json } from '@stepproof/asl';

interface Layout {
  /** What stands before the member on its line; undefined where other members stand there, too. */
  readonly indent: string | undefined;
  /** By how many blanks a member stands further in than its object. */
  readonly unit: number;
}

/** A member of an object in Terraform's language, with what parts it from the member behind it. */
export function hclMember(name: string, value: Json, { indent, unit }: Layout): string {
  if (indent === undefined) return `${hclName(name)} = ${inOneLine(value)}, `;
  return `${hclName(name)} = ${hclValue(value, indent, ' '.repeat(unit))}\n${indent}`;
}

const hclName = (name: string): string => (/^[A-Za-z_][\w-]*$/.test(name) ? name : hclText(name));

/** `${` and `%{` would begin an interpolation and a directive. */
const hclText = (text: string): string => JSON.stringify(text).replace(/[$%](?=\{)/g, '$&$&');

function hclValue(value: Json, indent: string, unit: string): string {
  if (typeof value !== 'object' || value === null) return inOneLine(value);
  const inner = indent + unit;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.every((item) => typeof item !== 'object' || item === null)) return inOneLine(value);
    return `[\n${items.map((item) => `${inner}${hclValue(item, inner, unit)},\n`).join('')}${indent}]`;
  }
  const members = Object.entries(value).map(
    ([name, member]) => `${inner}${hclName(name)} = ${hclValue(member, inner, unit)}\n`,
  );
  return `{\n${members.join('')}${indent}}`;
}

function inOneLine(value: Json): string {
  if (typeof value === 'string') return hclText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(inOneLine).join(', ')}]`;
  const members = Object.entries(value).map(([name, member]) => `${hclName(name)} = ${inOneLine(member)}`);
  return `{ ${members.join(', ')} }`;
}
