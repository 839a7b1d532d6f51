import type { Node, ObjectExpression } from '@babel/types';
import type { Located } from '../../text/located';
import { keyOf } from './parse-script';
import type { ScriptValues } from './values';

/** The members under which constructs and API calls take a definition. */
export const definitionKeys: readonly string[] = [
  'definition',
  'definitionString',
  'definitionBody',
  'Definition',
  'DefinitionString',
];

/** The value of the first member that has one of the names; undefined without one, and where that is a method. */
export function nodeAmong({ properties }: ObjectExpression, names: readonly string[]): Node | undefined {
  const property = properties.find((member) => names.includes(keyOf(member) ?? ''));
  return property?.type === 'ObjectProperty' ? property.value : undefined;
}

/** What that value is. */
export function memberAmong(
  object: ObjectExpression,
  names: readonly string[],
  values: ScriptValues,
): Located | undefined {
  const node = nodeAmong(object, names);
  return node && values.of(node);
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
