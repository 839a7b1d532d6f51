import { isPlaceholder } from './placeholder';

/**
 * The located tree: what a JSON, JSONC or YAML text says, and where. Every other part of StepProof reads this tree and
 * never the text, so a finding in a YAML template or in a JSON string inside a template points at the same kind of place.
 */

/** Offsets into the text of the file, in UTF-16 code units; `end` is exclusive. */
export type Range = readonly [start: number, end: number];

/** A stretch of text that knows where each of its characters stands in the file. */
export interface LocatedText {
  readonly value: string;
  /** The offset in the file of the character at `index` of `value`; `value.length` gives the end. */
  at(index: number): number;
}

interface LocatedBase {
  readonly range: Range;
}

export interface LocatedString extends LocatedBase, LocatedText {
  readonly kind: 'string';
}

export interface LocatedNumber extends LocatedBase {
  readonly kind: 'number';
  readonly value: number;
  /** The number as written: tells `5.0` from `5`, and what a huge number lost. */
  readonly raw: string;
}

export interface LocatedBoolean extends LocatedBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface LocatedNull extends LocatedBase {
  readonly kind: 'null';
  readonly value: null;
}

/**
 * A value that is not known before deployment: a bare `${token}`, `!Ref`, `Fn::GetAtt`, a Terraform reference.
 * It may turn out to be anything, so no check may find fault with it.
 */
export interface LocatedPlaceholder extends LocatedBase {
  readonly kind: 'placeholder';
  readonly text: string;
}

export interface LocatedArray extends LocatedBase {
  readonly kind: 'array';
  readonly items: readonly Located[];
}

export interface LocatedEntry {
  readonly key: LocatedString;
  readonly value: Located;
}

/** All members in the order written, duplicate keys included. */
export interface LocatedObject extends LocatedBase {
  readonly kind: 'object';
  readonly entries: readonly LocatedEntry[];
}

export type LocatedScalar = LocatedString | LocatedNumber | LocatedBoolean | LocatedNull | LocatedPlaceholder;
export type Located = LocatedScalar | LocatedArray | LocatedObject;

export type Format = 'json' | 'yaml';

/** What is wrong with a text, or with an expression inside it, and where. */
export interface TextProblem {
  readonly message: string;
  readonly range: Range;
}

/** A comment of the text, without its delimiters. */
export interface LocatedComment {
  readonly value: string;
  readonly range: Range;
}

/** A key that its object already has. The text can be read all the same: the last member of that name counts. */
export interface DuplicateKey {
  readonly key: LocatedString;
  readonly first: LocatedString;
}

/** Parsing never throws: what could be read is in `root`, what could not is in `problems`. */
export interface ParsedText {
  readonly root: Located | undefined;
  readonly problems: readonly TextProblem[];
  readonly duplicateKeys: readonly DuplicateKey[];
  readonly comments: readonly LocatedComment[];
}

/** A JSON value as a program sees it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The last member of that name, as JSON parsers have it. */
export function entryOf(value: Located | undefined, name: string): LocatedEntry | undefined {
  if (value?.kind !== 'object') return undefined;
  return value.entries.findLast((entry) => entry.key.value === name);
}

export function memberOf(value: Located | undefined, name: string): Located | undefined {
  return entryOf(value, name)?.value;
}

/** Whether the value, or a part of its text, is only known after deployment. */
export function isUnknown(value: Located): boolean {
  return value.kind === 'placeholder' || (value.kind === 'string' && holdsPlaceholder(value.value));
}

/** A string that is one `${...}` and nothing else, as the placeholder that it is: what replaces it may be of any kind. */
export function asPlaceholder(value: Located): Located {
  return value.kind === 'string' && isPlaceholder(value.value)
    ? { kind: 'placeholder', text: value.value, range: value.range }
    : value;
}

/** By two searches: a regular expression would take quadratic time on `${${${...`. */
function holdsPlaceholder(text: string): boolean {
  const start = text.indexOf('${');
  return start >= 0 && text.includes('}', start);
}

/** A text inside another text: `index` of the part maps through the whole. */
export function textOf(value: string, at: (index: number) => number = (index) => index): LocatedText {
  return { value, at };
}
