import type { Json } from '../../text/located';
import { parseTimestamp, type Timestamp } from '../timestamp';
import { matchesPattern, parseStringPattern } from './string-pattern';

/** Whether the value of Variable satisfies the operator with that operand; `undefined` is a Variable that is not there. */
type Test = (value: Json | undefined, operand: Json) => boolean;

const orders = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  GreaterThan: (order) => order > 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThanEquals: (order) => order >= 0,
} as const satisfies Record<string, (order: number) => boolean>;

/** How two values of a type compare: negative, zero or positive; undefined if one of them is not of that type. */
const comparisons = {
  String: (left, right) => (typeof left === 'string' && typeof right === 'string' ? orderOf(left, right) : undefined),
  Numeric: (left, right) => (typeof left === 'number' && typeof right === 'number' ? orderOf(left, right) : undefined),
  Timestamp: (left, right) => {
    const [first, second] = [timestampOf(left), timestampOf(right)];
    return first && second && (first.epochMillis - second.epochMillis || first.nanos - second.nanos);
  },
} as const satisfies Record<string, (left: Json | undefined, right: Json) => number | undefined>;

const typeTests = {
  IsBoolean: (value) => typeof value === 'boolean',
  IsNull: (value) => value === null,
  IsNumeric: (value) => typeof value === 'number',
  IsPresent: (value) => value !== undefined,
  IsString: (value) => typeof value === 'string',
  IsTimestamp: (value) => timestampOf(value) !== undefined,
} as const satisfies Record<string, (value: Json | undefined) => boolean>;

const tests = new Map<string, Test>();
for (const [type, comparison] of Object.entries(comparisons)) {
  for (const [name, isSatisfied] of Object.entries(orders)) {
    define(`${type}${name}`, (value, operand) => {
      const order = comparison(value, operand);
      return order !== undefined && isSatisfied(order);
    });
  }
}
define('BooleanEquals', (value, operand) => typeof value === 'boolean' && value === operand);
tests.set('StringMatches', (value, operand) => {
  const pattern = typeof operand === 'string' ? parseStringPattern(operand).value : undefined;
  return pattern !== undefined && typeof value === 'string' && matchesPattern(pattern, value);
});
for (const [name, isOfType] of Object.entries(typeTests)) {
  tests.set(name, (value, operand) => isOfType(value) === operand);
}

/** Defines an operator together with its `…Path` form, whose operand is looked up before it is compared. */
function define(name: string, test: Test): void {
  tests.set(name, test).set(`${name}Path`, test);
}

/** The names of the 39 operators of a JSONPath Choice rule. */
export const choiceOperators: readonly string[] = [...tests.keys()];

/**
 * Whether a Choice rule's comparison holds. `value` is what Variable refers to, undefined if it refers to nothing; AWS
 * fails the state then, unless the operator is IsPresent. `operand` is the literal, or what a `…Path` refers to.
 *
 * Values of the wrong type never match, and never fail (recorded): `NumericEquals` on "1" is false. Strings compare by
 * UTF-16 code units, as Java's `compareTo`, timestamps as instants. A name that is no operator matches nothing.
 */
export function compareChoice(operator: string, value: Json | undefined, operand: Json): boolean {
  return tests.get(operator)?.(value, operand) ?? false;
}

function orderOf<T extends string | number>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function timestampOf(value: Json | undefined): Timestamp | undefined {
  return typeof value === 'string' ? parseTimestamp(value).value : undefined;
}
