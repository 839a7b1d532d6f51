import { isDeepStrictEqual } from 'node:util';
import { parseStateMachine, toJson } from '@stepproof/asl';
import { locatedValue } from './located-value';
import { readSource } from './read-source';
import { SourcedDefinition } from './machine-source';

/**
 * Says in which file a definition stands that was imported as an object. A transformer for test runners writes it; it is
 * no field of the language.
 */
export const sourceMember = '$source';

/** A definition that was imported from a file; undefined for an object that comes from nowhere. */
export function importedDefinition(definition: object): SourcedDefinition | undefined {
  const file = (definition as { readonly [sourceMember]?: unknown })[sourceMember];
  if (typeof file !== 'string') return undefined;
  const document = readSource(file);
  const [machine] = document.machines;
  if (!machine) return undefined;
  const own = withoutSource(definition);
  // A test may change what it has imported: then places in the text would be wrong.
  const isUnchanged = isDeepStrictEqual(own, toJson(machine.located));
  const node = isUnchanged ? machine : parseStateMachine(locatedValue(own), machine.declaration);
  return new SourcedDefinition(node, { document, index: 0 });
}

export function withoutSource(definition: object): object {
  if (!Object.hasOwn(definition, sourceMember)) return definition;
  return Object.fromEntries(Object.entries(definition).filter(([name]) => name !== sourceMember));
}
