import type { Node, ObjectExpression } from '@babel/types';
import type { Located } from '../../text/located';
import { keyOf } from './parse-script';
import type { ScriptValues } from './values';

/** The members under which constructs and API calls take a definition. */
export const definitionKeys: ReadonlySet<string> = new Set([
  'definition',
  'definitionString',
  'definitionBody',
  'Definition',
  'DefinitionString',
]);

/** What the first member that has one of the names is; undefined without one. */
export function memberAmong(
  object: ObjectExpression,
  names: readonly string[],
  values: ScriptValues,
): Located | undefined {
  const property = object.properties.find((member) => names.includes(keyOf(member) ?? ''));
  return property?.type === 'ObjectProperty' ? values.of(property.value) : undefined;
}

/** Whether a text has both as keys, in JSON or YAML: a text that only tells of definitions is none. */
export const isWrittenAsDefinition = (text: string): boolean =>
  (/"StartAt"\s*:/.test(text) && /"States"\s*:/.test(text)) ||
  (/^[ \t]*StartAt\s*:/m.test(text) && /^[ \t]*States\s*:/m.test(text));

export function isLikeDefinition(node: Node): boolean {
  if (node.type !== 'ObjectExpression') return false;
  const keys = node.properties.map(keyOf);
  return keys.includes('StartAt') && keys.includes('States');
}
