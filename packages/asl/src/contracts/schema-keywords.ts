/** The drafts of JSON Schema that contracts may be written in. */
export type Draft = '07' | '2020-12';

export const draftUris: Readonly<Record<Draft, string>> = {
  '07': 'http://json-schema.org/draft-07/schema#',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

/** The draft that a `$schema` names; undefined for one that is not known here. */
export function draftOf(uri: string): Draft | undefined {
  if (/^https?:\/\/json-schema\.org\/draft-07\/schema#?$/.test(uri)) return '07';
  return /^https?:\/\/json-schema\.org\/draft\/2020-12\/schema#?$/.test(uri) ? '2020-12' : undefined;
}

/** What the value of a keyword is. `schema-or-list`: a list in draft 07 only, where it describes the elements one by one. */
export type KeywordKind =
  | 'schema'
  | 'schemas'
  | 'pattern-schemas'
  | 'schema-list'
  | 'schema-or-list'
  | 'dependencies'
  | 'types'
  | 'strings'
  | 'string-lists'
  | 'values'
  | 'any'
  | 'number'
  | 'count'
  | 'positive'
  | 'boolean'
  | 'string'
  | 'pattern';

interface Keyword {
  readonly is: KeywordKind;
  /** The only draft that has it. */
  readonly draft?: Draft;
}

/** Draft 07 (https://json-schema.org/draft-07) and 2020-12 (https://json-schema.org/draft/2020-12), without what refers and names. */
export const schemaKeywords: Readonly<Record<string, Keyword>> = {
  type: { is: 'types' },
  enum: { is: 'values' },
  const: { is: 'any' },
  properties: { is: 'schemas' },
  patternProperties: { is: 'pattern-schemas' },
  additionalProperties: { is: 'schema' },
  propertyNames: { is: 'schema' },
  unevaluatedProperties: { is: 'schema', draft: '2020-12' },
  required: { is: 'strings' },
  minProperties: { is: 'count' },
  maxProperties: { is: 'count' },
  dependencies: { is: 'dependencies', draft: '07' },
  dependentRequired: { is: 'string-lists', draft: '2020-12' },
  dependentSchemas: { is: 'schemas', draft: '2020-12' },
  items: { is: 'schema-or-list' },
  prefixItems: { is: 'schema-list', draft: '2020-12' },
  additionalItems: { is: 'schema', draft: '07' },
  unevaluatedItems: { is: 'schema', draft: '2020-12' },
  contains: { is: 'schema' },
  minContains: { is: 'count', draft: '2020-12' },
  maxContains: { is: 'count', draft: '2020-12' },
  minItems: { is: 'count' },
  maxItems: { is: 'count' },
  uniqueItems: { is: 'boolean' },
  minimum: { is: 'number' },
  maximum: { is: 'number' },
  exclusiveMinimum: { is: 'number' },
  exclusiveMaximum: { is: 'number' },
  multipleOf: { is: 'positive' },
  minLength: { is: 'count' },
  maxLength: { is: 'count' },
  pattern: { is: 'pattern' },
  format: { is: 'string' },
  allOf: { is: 'schema-list' },
  anyOf: { is: 'schema-list' },
  oneOf: { is: 'schema-list' },
  not: { is: 'schema' },
  if: { is: 'schema' },
  then: { is: 'schema' },
  else: { is: 'schema' },
  title: { is: 'string' },
  description: { is: 'string' },
  default: { is: 'any' },
  examples: { is: 'any' },
  readOnly: { is: 'boolean' },
  writeOnly: { is: 'boolean' },
  deprecated: { is: 'boolean' },
  contentMediaType: { is: 'string' },
  contentEncoding: { is: 'string' },
  contentSchema: { is: 'any' },
};

export const schemaTypes: readonly string[] = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** They hold no demands themselves: what is referred to is read from them, the rest is left. */
export const schemaContainers: ReadonlySet<string> = new Set(['$defs', 'definitions', '$schema', '$id', '$comment']);

/** Ways to refer that are not followed. */
export const unsupportedKeywords: ReadonlySet<string> = new Set([
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$recursiveAnchor',
  '$recursiveRef',
  '$vocabulary',
]);
