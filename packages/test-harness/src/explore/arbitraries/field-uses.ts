import type { Json } from '@stepproof/asl';
import type { Use } from './used-value';

/** What the fields that take a path make of the value. */
export const fieldUses: Readonly<Record<string, Use>> = {
  SecondsPath: 'count',
  Seconds: 'count',
  TimestampPath: 'timestamp',
  Timestamp: 'timestamp',
  TimeoutSecondsPath: 'count',
  TimeoutSeconds: 'count',
  HeartbeatSecondsPath: 'count',
  HeartbeatSeconds: 'count',
  MaxConcurrencyPath: 'count',
  ItemsPath: 'array',
  Items: 'array',
  ErrorPath: 'string',
  CausePath: 'string',
  Error: 'string',
  Cause: 'string',
  Condition: 'boolean',
};

const typedOperators: Readonly<Record<string, Use>> = {
  String: 'string',
  Numeric: 'number',
  Boolean: 'boolean',
  Timestamp: 'timestamp',
};

/** What a comparison of a Choice makes of its Variable, and the constants that it compares it with. */
export function operatorUse(
  operator: string,
  operand: Json,
): { readonly use: Use | undefined; readonly literals: readonly Json[] } {
  if (operator === 'IsNull') return { use: undefined, literals: [null] };
  const type = /^(?:Is)?(String|Numeric|Boolean|Timestamp)/.exec(operator)?.[1];
  const isCompared = type !== undefined && !operator.startsWith('Is') && !operator.endsWith('Path');
  return { use: type === undefined ? undefined : typedOperators[type], literals: isCompared ? [operand] : [] };
}
