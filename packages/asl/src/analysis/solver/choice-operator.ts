import type { ValueKind } from '../../expressions';
import type { RelationType } from './formula';
import type { Signs } from './sign';

/** What an operator of a JSONPath Choice rule tests. */
export type ChoiceOperator =
  | { readonly kind: 'comparison'; readonly type: Exclude<RelationType, 'Json'>; readonly signs: Signs }
  | { readonly kind: 'pattern' }
  | { readonly kind: 'presence' }
  | { readonly kind: 'type'; readonly is: 'boolean' | 'null' | 'number' | 'string' | 'timestamp' };

const signs: Readonly<Record<string, Signs>> = {
  Equals: [0],
  LessThan: [-1],
  GreaterThan: [1],
  LessThanEquals: [-1, 0],
  GreaterThanEquals: [0, 1],
};

const types = {
  IsBoolean: 'boolean',
  IsNull: 'null',
  IsNumeric: 'number',
  IsString: 'string',
  IsTimestamp: 'timestamp',
} as const;

/** Reads the name of an operator, with or without `Path` at its end; undefined for a name that is none. */
export function choiceOperatorOf(name: string): ChoiceOperator | undefined {
  if (name === 'StringMatches') return { kind: 'pattern' };
  if (name === 'IsPresent') return { kind: 'presence' };
  if (Object.hasOwn(types, name)) return { kind: 'type', is: types[name as keyof typeof types] };
  const [, type, order] = /^(String|Numeric|Timestamp|Boolean)(\w+?)(?:Path)?$/.exec(name) ?? [];
  if (order === undefined || !Object.hasOwn(signs, order)) return undefined;
  return { kind: 'comparison', type: type as 'String' | 'Numeric' | 'Timestamp' | 'Boolean', signs: signs[order]! };
}

/** The kind of value that a type of comparison is about. */
export const kindOfType: Readonly<Record<RelationType, ValueKind | undefined>> = {
  String: 'string',
  Numeric: 'number',
  Timestamp: 'string',
  Boolean: 'boolean',
  Json: undefined,
};
