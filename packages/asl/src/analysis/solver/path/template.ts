import type { Expression, Field } from '../../../syntax';
import { isUnknown, type Located } from '../../../text/located';
import { toJson } from '../../../text/value';
import { constant, constantOf, unknown, type SymbolicValue } from '../symbolic-value';

/**
 * The value of a template whose expressions `read` gives. `nameOf` says what a member is called that holds an expression.
 */
export function readTemplate(
  field: Field,
  read: (expression: Expression) => SymbolicValue,
  nameOf: (name: string) => string = (name) => name,
): SymbolicValue {
  const expressions = new Map(field.expressions.map((expression) => [expression.value, expression]));
  const make = (part: Located): SymbolicValue => {
    const expression = expressions.get(part);
    if (expression) return read(expression);
    switch (part.kind) {
      case 'array':
        return folded({ kind: 'array', items: part.items.map(make) });
      case 'object': {
        const members = part.entries.map(
          ({ key, value }) => [expressions.has(value) ? nameOf(key.value) : key.value, make(value)] as const,
        );
        return folded({ kind: 'object', members: new Map(members) });
      }
      default:
        return literalOf(part, field);
    }
  };
  return make(field.value);
}

/** JSON that is taken literally. */
export function readLiteral(field: Field): SymbolicValue {
  const make = (part: Located): SymbolicValue => {
    if (part.kind === 'array') return folded({ kind: 'array', items: part.items.map(make) });
    if (part.kind !== 'object') return literalOf(part, field);
    return folded({ kind: 'object', members: new Map(part.entries.map(({ key, value }) => [key.value, make(value)])) });
  };
  return make(field.value);
}

function folded(value: SymbolicValue): SymbolicValue {
  const known = constantOf(value);
  return known === undefined ? value : constant(known);
}

function literalOf(part: Located, field: Field): SymbolicValue {
  if (!isUnknown(part)) return constant(toJson(part));
  const reason = 'it is a placeholder';
  return unknown(reason, field, part.kind === 'string' ? 'string' : undefined);
}
