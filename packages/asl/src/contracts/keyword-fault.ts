import type { Located } from '../text/located';
import { schemaTypes, type KeywordKind } from './schema-keywords';

const isCount = (value: Located): boolean =>
  value.kind === 'number' && Number.isInteger(value.value) && value.value >= 0;
const isText = (value: Located): boolean => value.kind === 'string';
const isListOf = (value: Located, is: (item: Located) => boolean): boolean =>
  value.kind === 'array' && value.items.every(is);
const isMapOf = (value: Located, is: (item: Located) => boolean): boolean =>
  value.kind === 'object' && value.entries.every((entry) => is(entry.value));
const isType = (value: Located): boolean => value.kind === 'string' && schemaTypes.includes(value.value);
const isSchema = (value: Located): boolean => value.kind === 'object' || value.kind === 'boolean';

const types = schemaTypes.map((type) => `"${type}"`).join(', ');

/** What a keyword's value must be: whether it is, and what a message asks for. */
const demands: Readonly<Partial<Record<KeywordKind, readonly [is: (value: Located) => boolean, remedy: string]>>> = {
  schemas: [(value) => isMapOf(value, isSchema), 'write an object of schemas'],
  'pattern-schemas': [
    (value) =>
      isMapOf(value, isSchema) && value.kind === 'object' && value.entries.every(({ key }) => isRegExp(key.value)),
    'write an object of schemas whose names are regular expressions',
  ],
  'schema-list': [
    (value) => isListOf(value, isSchema) && value.kind === 'array' && value.items.length > 0,
    'write a list of schemas',
  ],
  'schema-or-list': [(value) => isSchema(value) || isListOf(value, isSchema), 'write a schema'],
  schema: [isSchema, 'write a schema: an object, or true or false'],
  dependencies: [
    (value) => isMapOf(value, (one) => isSchema(one) || isListOf(one, isText)),
    'write an object of schemas and lists of names',
  ],
  types: [
    (value) => isType(value) || (isListOf(value, isType) && value.kind === 'array' && value.items.length > 0),
    `use ${types}`,
  ],
  strings: [(value) => isListOf(value, isText), 'write a list of names'],
  'string-lists': [(value) => isMapOf(value, (one) => isListOf(one, isText)), 'write an object of lists of names'],
  values: [(value) => value.kind === 'array' && value.items.length > 0, 'write a list of values'],
  number: [(value) => value.kind === 'number', 'write a number'],
  count: [isCount, 'write a whole number, 0 or greater'],
  positive: [(value) => value.kind === 'number' && value.value > 0, 'write a number greater than 0'],
  boolean: [(value) => value.kind === 'boolean', 'write true or false'],
  string: [isText, 'write a string'],
  pattern: [(value) => value.kind === 'string' && isRegExp(value.value), 'write a regular expression'],
};

/** What is wrong with the value of a keyword, and what to write; undefined if nothing is. */
export function keywordFault(kind: KeywordKind, value: Located): string | undefined {
  const demand = demands[kind];
  if (!demand || demand[0](value)) return undefined;
  return `is ${described(value)}; ${demand[1]}`;
}

function described(value: Located): string {
  switch (value.kind) {
    case 'string':
      return `"${value.value}"`;
    case 'object':
      return 'an object';
    case 'array':
      return value.items.length ? 'a list' : 'an empty list';
    case 'placeholder':
      return value.text;
    default:
      return String(value.value);
  }
}

function isRegExp(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
