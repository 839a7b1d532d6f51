import type { JsonataNode, ValueKind } from '../../../expressions';
import { anything, domainOfKinds, type Domain } from '../domain';
import { isArithmetic } from './arithmetic';
import { isComparison } from './compare';
import { builtinCall, hasExtras, type Scope } from './scope';

const kindOfFunction: Readonly<Record<string, ValueKind>> = {
  abs: 'number',
  average: 'number',
  base64decode: 'string',
  base64encode: 'string',
  boolean: 'boolean',
  ceil: 'number',
  contains: 'boolean',
  count: 'number',
  exists: 'boolean',
  floor: 'number',
  formatBase: 'string',
  formatInteger: 'string',
  formatNumber: 'string',
  fromMillis: 'string',
  hash: 'string',
  join: 'string',
  length: 'number',
  lowercase: 'string',
  max: 'number',
  millis: 'number',
  min: 'number',
  not: 'boolean',
  now: 'string',
  number: 'number',
  pad: 'string',
  power: 'number',
  random: 'number',
  replace: 'string',
  round: 'number',
  split: 'array',
  sqrt: 'number',
  string: 'string',
  substring: 'string',
  substringAfter: 'string',
  substringBefore: 'string',
  sum: 'number',
  toMillis: 'number',
  trim: 'string',
  type: 'string',
  uppercase: 'string',
  uuid: 'string',
};

/** One or many: a list of one is that one. */
const kindsOfFunction: Readonly<Record<string, readonly ValueKind[]>> = {
  keys: ['string', 'array'],
  match: ['object', 'array'],
};

function kindOf(node: JsonataNode, scope: Scope): ValueKind | undefined {
  if (hasExtras(node)) return undefined;
  const call = builtinCall(node, scope);
  if (call) return Object.hasOwn(kindOfFunction, call.name) ? kindOfFunction[call.name] : undefined;
  if (node.type !== 'binary') return undefined;
  const { value: operator } = node;
  if (operator === '&') return 'string';
  if (isArithmetic(operator)) return 'number';
  return isComparison(operator) || ['and', 'or', 'in'].includes(operator) ? 'boolean' : undefined;
}

/** What an expression can give, as far as its outermost operator or function tells. */
export function possibleValues(node: JsonataNode, scope: Scope): Domain {
  const kind = kindOf(node, scope);
  const kinds = kind ? [kind] : kindsOfFunction[builtinCall(node, scope)?.name ?? ''];
  return kinds && !hasExtras(node) ? { ...domainOfKinds(kinds), absent: true } : anything;
}

/** The kind of value that an expression gives for certain, should it give any. */
export const resultKind = kindOf;
