import { constantNumberOf } from '../../expressions';
import type { AslNode } from '../../syntax';

/** A number that the definition gives, also by an expression that reads nothing; undefined when absent or known only later. */
export function numberIn(node: AslNode, name: string): number | undefined {
  const field = node.field(name);
  if (field?.value.kind === 'number') return field.value.value;
  const jsonata = field?.value.kind === 'string' ? field.expressions[0]?.jsonata : undefined;
  return jsonata && constantNumberOf(jsonata);
}
