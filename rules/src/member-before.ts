import type { AslDocument, Field, HostSyntax, Json } from '@stepproof/asl';
import { hclMember } from './hcl-member';

/** A change of the text: what to put in at an offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * How a new member is written before another one of the same object, as the text around it is written: JSON, YAML,
 * Terraform's language or an object literal. Undefined where it is none of them plainly: JSON inside a string that has its own
 * escapes.
 */
export function memberBefore(
  { text, host }: Pick<AslDocument, 'text' | 'host'>,
  field: Field,
  name: string,
  value: Json,
): Insertion | undefined {
  const { key, parent } = field;
  const [at, end] = key.range;
  const indent = indentBefore(text, at);
  const unit = indent === undefined ? 2 : unitOf(text, field, indent);
  const written = text.slice(at, end);
  const isInQuotes = written === JSON.stringify(field.name);
  const rest = text.slice(end);
  if (/^\s*=(?![=>])/.test(rest)) {
    if (!isInQuotes && written !== field.name) return undefined;
    return { at, text: hclMember(name, value, { indent, unit }) };
  }
  if (!/^\s*:\s/.test(rest) && text[end] !== ':') return undefined;
  const [start] = parent.located.range;
  if (text[start] === '{') {
    if (host?.isNameAt(at)) return { at, text: literalMember(name, value, indent, unit, host) };
    return isInQuotes ? { at, text: jsonMember(name, value, indent, unit) } : undefined;
  }
  // What a function of Terraform gives is no mapping of YAML, which begins with its first key.
  if (start !== parent.fields[0]?.key.range[0] && !text.startsWith('<<', start)) return undefined;
  // A key of YAML in block style that is not the first of its line stands behind a dash.
  return indent === undefined ? undefined : { at, text: `${name}:${yamlValue(value, indent)}\n${indent}` };
}

function jsonMember(name: string, value: Json, indent: string | undefined, unit: number): string {
  if (indent === undefined) return `${JSON.stringify(name)}: ${JSON.stringify(value)}, `;
  return `${JSON.stringify(name)}: ${JSON.stringify(value, null, unit).replaceAll('\n', `\n${indent}`)},\n${indent}`;
}

/** As a member of an object literal is written that has no quotes around its names. */
function literalMember(
  name: string,
  value: Json,
  indent: string | undefined,
  unit: number,
  { quote }: HostSyntax,
): string {
  return jsonMember(name, value, indent, unit).replace(
    /"((?:[^"\\]|\\.)*)"(:?)/g,
    (written, inner: string, colon: string) => {
      if (colon && /^[A-Za-z_$][\w$]*$/.test(inner)) return `${inner}:`;
      return /["'\\]/.test(inner) ? written : `${quote}${inner}${quote}${colon}`;
    },
  );
}

/** The blanks before an offset, where nothing else stands before it on its line. A file may be one long line: it is not gone through. */
function indentBefore(text: string, at: number): string | undefined {
  let start = at;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return start === 0 || text[start - 1] === '\n' ? text.slice(start, at) : undefined;
}

/** By how many spaces a member with that indent stands further in than its object. */
function unitOf(text: string, { parent }: Field, indent: string): number {
  const start = parent.key?.range[0];
  if (start === undefined) return 2;
  const outer = start - (text.lastIndexOf('\n', start - 1) + 1);
  return Math.min(Math.max(indent.length - outer, 1), 8);
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
