import type { Json } from '../../text/located';
import { boolean, never, number, scalar, string, valuesOf, type DataShape } from './data-shape';
import { there, type Evaluated } from './evaluated';
import { knownValueOf } from './known-value';
import { partsOf } from './parts';
import { typeOf } from './value-type';

const arithmetic: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%']);
const orders: ReadonlySet<string> = new Set(['<', '<=', '>', '>=']);

/** Whether an operator gives nothing where one of its sides is nothing, which fails the state. */
export const failsOnNothing = (operator: string): boolean => arithmetic.has(operator) || orders.has(operator);

/** What arithmetic, orders, `=`, `!=`, `in` and `&` give. */
export function resultOfOperator(operator: string, left: Evaluated, right: Evaluated): Evaluated {
  if (operator === '&') return there(string);
  if (operator === 'in') return there(membership(left, right));
  if (!failsOnNothing(operator)) return there(verdict(operator, left, right));
  const sides = [left, right];
  const isSure = sides.every(({ missing }) => missing === 'no');
  if (orders.has(operator) && isSure) return { shape: verdict(operator, left, right), missing: 'possible' };
  const missing = sides.some((side) => side.missing === 'sure') ? 'sure' : 'possible';
  if (orders.has(operator)) return { shape: boolean, missing };
  // What is no number fails the state: the ways behind it do not begin with a number.
  return { shape: sides.every(mayBeNumber) ? number : never, missing };
}

const mayBeNumber = ({ shape, missing }: Evaluated): boolean =>
  missing === 'sure' || partsOf(shape).some((part) => part.kind === 'array' || typeOf(part) === 'number');

/** What `and` and `or` give: a side that decides, true for `or`, does so whatever the other one is. */
export function resultOfBoth(deciding: boolean, left: DataShape, right: DataShape): Evaluated {
  const values = [left, right].map((shape) => (shape.kind === 'scalar' ? shape.value : undefined));
  if (values.includes(deciding)) return there(scalar('boolean', deciding));
  return there(values.every((one) => one === !deciding) ? scalar('boolean', !deciding) : boolean);
}

/** What a comparison gives for all values of both sides; both are there, or it is one for equality. */
function verdict(operator: string, left: Evaluated, right: Evaluated): DataShape {
  if (left.missing !== 'no' || right.missing !== 'no') return boolean;
  const [ones, others] = [knownValues(left.shape), knownValues(right.shape)];
  if (!ones || !others) return boolean;
  const verdicts = new Set(ones.flatMap((one) => others.map((other) => compare(operator, one, other))));
  const [only] = verdicts;
  return verdicts.size === 1 && only !== undefined ? scalar('boolean', only) : boolean;
}

/** Whether a list of known values has one of all that the left side may be, or none. */
function membership(left: Evaluated, right: Evaluated): DataShape {
  if (left.missing !== 'no' || right.missing !== 'no' || right.shape.kind !== 'array') return boolean;
  const [ones, items] = [knownValues(left.shape), right.shape.items?.map(knownValueOf)];
  if (!ones || !items || items.includes(undefined)) return boolean;
  const verdicts = new Set(ones.map((one) => items.includes(one)));
  const [only] = verdicts;
  return verdicts.size === 1 ? scalar('boolean', only) : boolean;
}

const knownValues = (shape: DataShape): readonly Json[] | undefined =>
  shape.kind === 'scalar' ? valuesOf(shape) : undefined;

/** Undefined where it fails: orders are those of two numbers or two texts. */
function compare(operator: string, left: Json, right: Json): boolean | undefined {
  if (operator === '=') return left === right;
  if (operator === '!=') return left !== right;
  const isComparable = typeof left === typeof right && (typeof left === 'number' || typeof left === 'string');
  if (!isComparable) return undefined;
  const [one, other] = [left as number, right as number];
  if (operator === '<') return one < other;
  if (operator === '<=') return one <= other;
  return operator === '>' ? one > other : one >= other;
}
