import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import {
  findContracts,
  findDeclaration,
  parseStateMachine,
  readDocument,
  sourceMember,
  substitute,
  toJson,
  withoutSource,
  type AslDocument,
} from '@stepproof/asl';
import { locatedValue } from './located-value';
import { SourcedDefinition } from './machine-source';

/** A definition that was imported from a file; undefined for an object that comes from nowhere. */
export function importedDefinition(definition: object): SourcedDefinition | undefined {
  const file = (definition as { readonly [sourceMember]?: unknown })[sourceMember];
  if (typeof file !== 'string') return undefined;
  const text = readFileSync(file, 'utf8');
  const declaration = findDeclaration(file);
  const document = readDocument(text, { filename: file, declaration, contracts: findContracts(file) });
  const [machine] = document.machines;
  if (!machine) return undefined;
  // What was imported has the placeholders that the template puts values into.
  const written = declaration?.substitutions?.size ? readDocument(text, { filename: file }) : document;
  const own = withoutSource(definition);
  if (isAsWritten(own, written)) return new SourcedDefinition(machine, { document, index: 0 });
  // A test may change what it has imported: then places in the text would be wrong.
  const changed = substitute(locatedValue(own), declaration?.substitutions ?? new Map<string, never>());
  const node = Object.assign(parseStateMachine(changed, machine.declaration), { contract: machine.contract });
  return new SourcedDefinition(node, { document, index: 0 });
}

const isAsWritten = (definition: object, { machines: [machine] }: AslDocument): boolean =>
  machine !== undefined && isDeepStrictEqual(definition, toJson(machine.located));
