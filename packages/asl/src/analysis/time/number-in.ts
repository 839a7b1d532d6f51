import { constantNumberOf } from '../../expressions';
import type { AslNode } from '../../syntax';

/** A number that the definition gives, also by an expression that reads nothing; undefined when absent or known only later. */
export function numberIn(node: AslNode, name: string): number | undefined {
  const field = node.field(name);
  if (field?.value.kind === 'number') return field.value.value;
  const parsed = field?.value.kind === 'string' ? field.expressions[0]?.parsed : undefined;
  return parsed?.language === 'jsonata' && parsed.result.value ? constantNumberOf(parsed.result.value) : undefined;
}
