import { memberOf, type Located } from '../text/located';
import type { DeclaredMachine, Place } from './declared-machine';

const definitionName = /\.asl(?:\.(?:jsonc?|ya?ml))?(?:\.(?:template|tpl|tmpl|tftpl|j2|jinja2?))?$/i;

/** Whether the file holds a definition by its name, whatever stands in it. */
export function isDefinitionFile(filename: string): boolean {
  return definitionName.test(filename);
}

/** Whether the object can be meant as nothing but a definition; a JSON Schema that describes one is not. */
export function isDefinition(value: Located): boolean {
  return isText(memberOf(value, 'StartAt')) && isUnlisted(memberOf(value, 'States'));
}

/** A definition wherever it stands: the whole of a file, or in a place that no other reader knows. */
export function bareMachine({ object, key }: Place): DeclaredMachine | undefined {
  const found = key === undefined ? isDefinition(object) || isHalfDefinition(object) : isDefinition(object);
  return found ? { definition: object } : undefined;
}

/** At the top of a file one of the two fields will do, unless States is plain data (the states of a country). */
function isHalfDefinition(object: Located): boolean {
  if (isText(memberOf(object, 'StartAt'))) return true;
  const states = memberOf(object, 'States');
  if (states?.kind !== 'object') return false;
  return states.entries.length === 0 || states.entries.some(({ value }) => memberOf(value, 'Type'));
}

function isText(value: Located | undefined): boolean {
  return value?.kind === 'string' || value?.kind === 'placeholder';
}

function isUnlisted(value: Located | undefined): boolean {
  return value?.kind === 'object' || value?.kind === 'placeholder';
}
