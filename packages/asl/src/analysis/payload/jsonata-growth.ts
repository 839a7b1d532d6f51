import { calledVariable, type JsonataNode } from '../../expressions';
import { placeOf } from '../events/number-puts';

/** Whether an expression makes a value of what stands at a place and more: `$append($list, ...)`, `{ 'last': $all }`. */
export function growsFrom(node: JsonataNode, place: string): boolean {
  const grows = (one: JsonataNode): boolean => growsFrom(one, place);
  const holds = (one: JsonataNode): boolean => placeOf(one) === place || grows(one);
  switch (node.type) {
    case 'block':
      return node.expressions.length === 1 && grows(node.expressions[0]!);
    case 'condition':
      return grows(node.then) || (node.else !== undefined && grows(node.else));
    case 'binary':
      return node.value === '&' && (holds(node.lhs) || holds(node.rhs));
    case 'apply':
      return calledVariable(node.rhs) === 'append' && holds(node.lhs);
    case 'unary':
      if (node.value === '[') return node.expressions.some(holds);
      return node.value === '{' && node.lhs.some(([, value]) => holds(value));
    case 'function':
      return growsInCall(node.arguments, calledVariable(node), place);
    default:
      return false;
  }
}

function growsInCall(args: readonly JsonataNode[], name: string | undefined, place: string): boolean {
  if (name === 'append') return args.some((one) => placeOf(one) === place || growsFrom(one, place));
  if (name === 'join' || name === 'string' || name === 'reverse') return args.some((one) => growsFrom(one, place));
  const parts = name === 'merge' ? partsOf(args[0]) : [];
  // Members under the same names replace those that were there.
  return parts.some((one) => placeOf(one) === place) && parts.some(hasComputedKey);
}

/**
 * The members of the object that an expression makes, by their names, and whether it also holds all that stands at a place:
 * those of `{ 'list': ... }`, and of `$merge([$states.input, { 'list': ... }])`.
 */
export function membersMade(node: JsonataNode): readonly (readonly [name: string, value: JsonataNode])[] {
  if (node.type === 'block' && node.expressions.length === 1) return membersMade(node.expressions[0]!);
  if (node.type === 'condition') return [node.then, ...(node.else ? [node.else] : [])].flatMap(membersMade);
  if (node.type === 'function' && calledVariable(node) === 'merge')
    return partsOf(node.arguments[0]).flatMap(membersMade);
  if (node.type !== 'unary' || node.value !== '{') return [];
  return node.lhs.flatMap(([key, value]) => (key.type === 'string' ? [[String(key.value), value] as const] : []));
}

/** Whether an expression gives all that stands at a place, perhaps with other members beside. */
export const keepsAll = (node: JsonataNode, place: string): boolean =>
  placeOf(node) === place ||
  (node.type === 'function' &&
    calledVariable(node) === 'merge' &&
    partsOf(node.arguments[0]).some((one) => placeOf(one) === place));

const partsOf = (node: JsonataNode | undefined): readonly JsonataNode[] =>
  node?.type === 'unary' && node.value === '[' ? node.expressions : [];

const hasComputedKey = (node: JsonataNode): boolean =>
  node.type === 'unary' && node.value === '{' && node.lhs.some(([key]) => key.type !== 'string');
