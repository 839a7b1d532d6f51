import type { Field, Json } from '@stepproof/asl';

/** A change of the text: what to put in at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * How a new member is written before another one of the same object, as the text around it is written. Undefined where that
 * is neither plain JSON nor plain YAML: HCL, or JSON inside a string that has its own escapes.
 */
export function memberBefore(text: string, field: Field, name: string, value: Json): Insertion | undefined {
  const { key, parent } = field;
  const [at, end] = key.range;
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const indent = /^[ \t]*$/.test(line) ? line : undefined;
  if (!/^\s*:\s/.test(text.slice(end)) && text[end] !== ':') return undefined;
  if (text[parent.located.range[0]] === '{') {
    if (text.slice(at, end) !== JSON.stringify(field.name)) return undefined;
    return { at, text: jsonMember(name, value, indent, unitOf(text, field, line)) };
  }
  // A key of YAML in block style that is not the first of its line stands behind a dash.
  return indent === undefined ? undefined : { at, text: `${name}:${yamlValue(value, indent)}\n${indent}` };
}

function jsonMember(name: string, value: Json, indent: string | undefined, unit: number): string {
  if (indent === undefined) return `${JSON.stringify(name)}: ${JSON.stringify(value)}, `;
  return `${JSON.stringify(name)}: ${JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`)},\n${indent}`;
}

/** By how many spaces a member stands further in than its object. */
function unitOf(text: string, { parent }: Field, line: string): number {
  const start = parent.key?.range[0];
  if (start === undefined) return 2;
  const outer = start - (text.lastIndexOf('\n', start - 1) + 1);
  return Math.min(Math.max(line.length - outer, 1), 8);
}

/** What follows the colon of a key, in block style. */
function yamlValue(value: Json, indent: string): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => `\n${inner}- ${yamlItem(item, `${inner}  `)}`).join('');
  }
  return typeof value === 'object' && value !== null
    ? `\n${inner}${yamlItem(value, inner)}`
    : ` ${yamlItem(value, '')}`;
}

/** Words that YAML reads as a text without quotes. */
const plainWords = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][\w.-]*(?: [\w.-]+)*$/i;

function yamlItem(value: Json, indent: string): string {
  if (typeof value === 'string') return plainWords.test(value) ? value : JSON.stringify(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([name, member]) => `${name}:${yamlValue(member, indent)}`)
    .join(`\n${indent}`);
}
